import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import './sheet.scss'

/** Half a screen from below, for a decision. Tapping beside it decides nothing. */
export function Sheet({
  title,
  onClose,
  children,
}: PropsWithChildren<{ title: string; onClose: () => void }>) {
  return (
    <>
      <View className="scrim" onClick={onClose} />
      <View
        className="sheet"
        {...{ role: 'dialog', 'aria-role': 'dialog', 'aria-label': title, 'aria-modal': 'true' }}
      >
        <Press className="sheet-close" label="关闭" onPress={onClose}>
          <Icon name="x" />
        </Press>
        <View className="sheet-title">{title}</View>
        {children}
      </View>
    </>
  )
}
