import { View } from '@tarojs/components'
import type { CheckedMaterial } from '@one-window/shared/cases/case'
import { Tag } from '@/components/tag/tag'

const stateWords = {
  received: { words: '收了', kind: 'done' },
  missing: { words: '缺', kind: 'warn' },
  deferred: { words: '容缺', kind: 'warn' },
  'not-needed': { words: '不适用', kind: '' },
  'not-recorded': { words: '没记', kind: '' },
} as const

/** The materials of a case that was taken in; what is missing was asked for in its own words. */
export function CheckedList({
  materials,
  asked = [],
}: {
  materials: readonly CheckedMaterial[]
  asked?: readonly { materialId: string; what: string }[]
}) {
  return (
    <>
      {materials.map(({ materialId, name, state }) => {
        const what = state === 'missing' && asked.find((one) => one.materialId === materialId)?.what
        return (
          <View key={materialId} className={state === 'not-needed' ? 'mat is-off' : 'mat'}>
            <View className="mat-main">
              <View>{name}</View>
              {what && <View className="mat-note">{what}</View>}
            </View>
            <Tag kind={stateWords[state].kind}>{stateWords[state].words}</Tag>
          </View>
        )
      })}
    </>
  )
}
