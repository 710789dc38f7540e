import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import { Card, Cell } from '../card/card'
import './fold.scss'

/** A part of a page that opens when it is wanted. */
export function Fold({ title, side, children }: PropsWithChildren<{ title: string; side?: string }>) {
  const [open, setOpen] = useState(false)
  return (
    <Card list>
      <Cell
        title={title}
        side={side}
        arrow={open ? 'up' : 'down'}
        label={`${title}，${open ? '收起' : '展开'}`}
        onPress={() => setOpen(!open)}
      />
      {open && <View className="fold-in">{children}</View>}
    </Card>
  )
}
