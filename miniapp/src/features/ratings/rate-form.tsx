import { View } from '@tarojs/components'
import { isPoor, RatingLevel, ratingLevelWords, ratingTags } from '@one-window/shared/ratings/rating'
import { Card } from '@/components/card/card'
import { Faces } from '@/components/faces/faces'
import { Tick } from '@/components/ticks/ticks'
import type { ReactNode } from 'react'

const levels = RatingLevel.options.map((level) => ({ level, words: ratingLevelWords[level] }))

/** Five faces; none is chosen before the person does. */
export function LevelFaces({
  chosen,
  onChoose,
}: {
  chosen: RatingLevel | undefined
  onChoose: (level: RatingLevel) => void
}) {
  return <Faces label="这次办得怎么样" levels={levels} chosen={chosen} onChoose={onChoose} />
}

interface LevelTagsProps {
  level: RatingLevel
  tags: readonly string[]
  onTags: (tags: string[]) => void
  children?: ReactNode
}

/** The tags of a level, several of them; what else may be said comes under them. */
export function LevelTags({ level, tags, onTags, children }: LevelTagsProps) {
  const toggle = (code: string) =>
    onTags(tags.includes(code) ? tags.filter((one) => one !== code) : [...tags, code])
  return (
    <Card title={isPoor(level) ? '哪里没办好' : '好在哪里'} side="可以选几样">
      <View className="ticks-in">
        {ratingTags[level].map(({ code, words }) => (
          <Tick key={code} tight on={tags.includes(code)} title={words} onPress={() => toggle(code)} />
        ))}
      </View>
      {children}
    </Card>
  )
}
