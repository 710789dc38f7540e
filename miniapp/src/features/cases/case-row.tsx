import { Text } from '@tarojs/components'
import type { CaseSummary } from '@one-window/shared/cases/case'
import { Cell } from '@/components/card/card'
import { go } from '@/gateways/go'
import { caseSentence } from './case-words'

/** A row of my cases: how it stands first, then what it is. */
export function CaseRow({ told, icon }: { told: CaseSummary; icon?: 'case' }) {
  return (
    <Cell
      icon={icon}
      title={<Text className="t-b">{caseSentence(told).filter(Boolean).join('，')}</Text>}
      note={`${told.serviceName} · ${told.applicantName}`}
      onPress={() => go.case(told.caseId)}
    />
  )
}
