import { View } from '@tarojs/components'
import { Icon, type IconName } from '@/components/icon/icon'
import { Press } from '@/components/press/press'

interface QuickProps {
  icon: IconName
  words: string
  /** Said in large type only, where there is room. */
  note: string
  onPress: () => void
  className?: string
}

/** One of the four ways in. */
export function Quick({ icon, words, note, onPress, className = '' }: QuickProps) {
  return (
    <Press className={`quick-item ${className}`} label={words} onPress={onPress}>
      <View className="quick-icon">
        <Icon name={icon} />
      </View>
      <View className="quick-text">
        {words}
        <View className="quick-note">{note}</View>
      </View>
      <View className="quick-go">
        <Icon name="go" />
      </View>
    </Press>
  )
}
