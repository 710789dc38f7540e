import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '../icon/icon'
import { Press } from '../press/press'
import './faces.scss'

const pictures: readonly IconName[] = ['face5', 'face4', 'face3', 'face2', 'face1']

/** 非常|不满意: the words break after the second character, nowhere else. */
const FIRST = 2

interface FacesProps<Level extends string> {
  label: string
  /** Best first, as many as there are faces. */
  levels: readonly { level: Level; words: string }[]
  chosen: Level | undefined
  onChoose: (level: Level) => void
}

/** Five faces with their words. */
export function Faces<Level extends string>({ label, levels, chosen, onChoose }: FacesProps<Level>) {
  return (
    <View className="faces" {...{ role: 'radiogroup', 'aria-label': label }}>
      {levels.map(({ level, words }, at) => (
        <Press
          key={level}
          className={level === chosen ? 'face is-on' : 'face'}
          role="radio"
          on={level === chosen}
          onPress={() => onChoose(level)}
        >
          <Icon name={pictures[at] ?? 'face3'} />
          <View className="face-word">
            <Text className="keep">{words.slice(0, FIRST)}</Text>
            <Text className="keep">{words.slice(FIRST)}</Text>
          </View>
        </Press>
      ))}
    </View>
  )
}

/** The picture of a level, best first. */
export const faceOf = (at: number): IconName => pictures[at] ?? 'face3'
