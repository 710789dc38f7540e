import { Text } from '@tarojs/components'
import { chinaDay, dayWords } from '@one-window/shared/foundation/time'
import type { PrecheckSummary } from '@one-window/shared/prechecks/precheck'
import { precheckSideWords } from '@one-window/shared/prechecks/precheck-words'
import { Cell } from '@/components/card/card'
import { go } from '@/gateways/go'

/** A row of my pre-checks: how it stands first, then what it is for. */
export function PrecheckRow({ told }: { told: PrecheckSummary }) {
  const { precheckId, serviceName, createdAt } = told
  return (
    <Cell
      title={<Text className="t-b">{precheckSideWords(told)}</Text>}
      note={`${serviceName}，${dayWords(chinaDay(new Date(createdAt)))}拍的`}
      onPress={() => go.precheck({ precheckId })}
    />
  )
}
