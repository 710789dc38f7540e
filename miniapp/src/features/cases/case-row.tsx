import { Text } from '@tarojs/components'
import type { CaseSummary } from '@one-window/shared/cases/case'
import { caseSentence } from '@one-window/shared/cases/case-words'
import { chinaDay } from '@one-window/shared/foundation/time'
import { Cell } from '@/components/card/card'
import { now } from '@/gateways/clock'
import { go } from '@/gateways/go'

/** A row of my cases: how it stands first, then what it is. */
export function CaseRow({ told, icon }: { told: CaseSummary; icon?: 'case' }) {
  return (
    <Cell
      icon={icon}
      title={<Text className="t-b">{caseSentence(told, chinaDay(now())).join('，')}</Text>}
      note={`${told.serviceName} · ${told.applicantName}`}
      onPress={() => go.case(told.caseId)}
    />
  )
}
