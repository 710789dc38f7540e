import { Image, Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import './photo.scss'

/** Photos side by side, as many as there is room for. */
export function PhotoRow({ children, label }: PropsWithChildren<{ label: string }>) {
  return (
    <View className="photos" {...{ role: 'group', 'aria-label': label }}>
      {children}
    </View>
  )
}

interface PhotoTileProps {
  /** Absent for what is no picture: its name is shown instead. */
  src?: string
  name: string
  /** What is going on with it, in a few words. */
  words?: string
  kind?: 'plain' | 'bad'
  /** 0 to 100, while it is on its way. */
  percent?: number
  /** The words of the button under it. */
  way?: { words: string; onPress: () => void }
  otherWay?: { words: string; onPress: () => void }
  onPress?: () => void
  /** The picture did not come: its address may be over. */
  onMissing?: () => void
}

/** One photo: the picture, how it stands, and what can be done with it. */
export function PhotoTile({
  src,
  name,
  words,
  kind = 'plain',
  percent,
  way,
  otherWay,
  onPress,
  onMissing,
}: PhotoTileProps) {
  const inside = (
    <>
      {src ? (
        <Image className="photo-img" src={src} mode="aspectFill" onError={onMissing} />
      ) : (
        <View className="photo-doc">
          <Icon name="case" />
          <Text className="photo-name">{name}</Text>
        </View>
      )}
      {percent !== undefined && (
        <View className="photo-veil" {...{ role: 'progressbar', 'aria-valuenow': String(percent) }}>
          <Text className="num">{percent}%</Text>
        </View>
      )}
    </>
  )
  return (
    <View className="photo">
      {onPress ? (
        <Press className="photo-box" label={`看${name}`} onPress={onPress}>
          {inside}
        </Press>
      ) : (
        <View className="photo-box">{inside}</View>
      )}
      {words && (
        <View
          className={kind === 'bad' ? 'photo-words c-bad' : 'photo-words'}
          {...(kind === 'bad' ? { role: 'alert', 'aria-live': 'polite' } : {})}
        >
          {words}
        </View>
      )}
      {way && (
        <Press className="photo-way" label={`${way.words}，${name}`} onPress={way.onPress}>
          {way.words}
        </Press>
      )}
      {otherWay && (
        <Press className="photo-way" label={`${otherWay.words}，${name}`} onPress={otherWay.onPress}>
          {otherWay.words}
        </Press>
      )}
    </View>
  )
}

interface AddPhotoProps {
  id?: string
  words: string
  label: string
  onPress: () => void
}

/** The empty place of the next photo. */
export function AddPhoto({ id, words, label, onPress }: AddPhotoProps) {
  return (
    <View className="photo">
      <Press id={id} className="photo-box photo-add" label={label} onPress={onPress}>
        <Icon name="camera" />
        <Text>{words}</Text>
      </Press>
    </View>
  )
}
