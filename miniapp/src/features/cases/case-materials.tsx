import { Text, View } from '@tarojs/components'
import type { Case, CheckedMaterial } from '@one-window/shared/cases/case'
import { Fold } from '@/components/fold/fold'

const stateWords: Readonly<Record<CheckedMaterial['state'], string>> = {
  received: '收了',
  missing: '还缺',
  deferred: '以后补',
  'not-needed': '您不用交',
  'not-recorded': '没有登记',
}

/** What was handed in, and what of the list was not. */
export function CaseMaterials({ told: { materials } }: { told: Pick<Case, 'materials'> }) {
  const received = materials.filter(({ state }) => state === 'received')
  return (
    <Fold title="您交的材料" side={`${received.length}样`}>
      {materials.map(({ materialId, name, state }) => (
        <View key={materialId} className="case-material">
          <Text>{name}</Text>
          <Text className={state === 'missing' || state === 'deferred' ? 't-2 c-warn' : 't-2 c-2'}>
            {stateWords[state]}
          </Text>
        </View>
      ))}
    </Fold>
  )
}
