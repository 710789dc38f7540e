import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './paper.scss'

/** A sheet of A4: white in the dark too, small on a phone, whole on a printer. */
export function Paper({ children }: PropsWithChildren) {
  return (
    <View className="bench">
      <View className="paper" {...{ role: 'document' }}>
        {children}
      </View>
    </View>
  )
}

/** Rows of a form: a name, what stands there. */
export function PaperRows({ rows }: { rows: readonly { name: string; value: ReactNode }[] }) {
  return (
    <View className="paper-rows">
      {rows.map(({ name, value }) => (
        <View key={name} className="paper-row">
          <View className="paper-name">{name}</View>
          <View className="paper-value">{value}</View>
        </View>
      ))}
    </View>
  )
}
