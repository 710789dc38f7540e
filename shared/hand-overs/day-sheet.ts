/** What the cases of a day add up to on its hand-over sheet. */
import type { Case } from '../cases/case'
import { chinaDay, type Day } from '../foundation/time'
import { maskName } from '../identity/identity'
import type { DaySheet, HandedCase, IssuedCase, OpenThing } from './hand-over'

/** What the sheet needs of a case. */
export type SheetCase = Pick<
  Case,
  | 'caseId'
  | 'caseNumber'
  | 'status'
  | 'officialName'
  | 'serviceName'
  | 'handlingType'
  | 'materials'
  | 'events'
  | 'platformNumber'
> & { applicantName: string; firstActor: string; leavesTownship: boolean }

const did = ({ events }: SheetCase, day: Day, ...actions: Case['events'][number]['action'][]) =>
  [...events].reverse().find(({ action, at }) => actions.includes(action) && chinaDay(new Date(at)) === day)

const handed = (kase: SheetCase): HandedCase => {
  const received = kase.materials.filter(({ state }) => state === 'received')
  const count = (form: 'original' | 'copy'): number =>
    received.filter((one) => one.form === form).reduce((sum, { copies }) => sum + copies, 0)
  return {
    caseId: kase.caseId,
    caseNumber: kase.caseNumber,
    officialName: kase.officialName,
    applicantName: maskName(kase.applicantName),
    to: kase.leavesTownship ? '邮寄县政务中心' : kase.firstActor,
    materials: received.length,
    originals: count('original'),
    copies: count('copy'),
  }
}

const issued = (kase: SheetCase, day: Day): IssuedCase[] => {
  const [issue, post] = [did(kase, day, 'issue'), did(kase, day, 'post')]
  if (!issue && !post) return []
  const { caseId, caseNumber, officialName, applicantName } = kase
  const waybill = post?.facts?.waybill
  return [
    {
      ...{ caseId, caseNumber, officialName },
      applicantName: maskName(applicantName),
      how: issue?.facts?.to ?? 'posted',
      ...(waybill && { waybill }),
    },
  ]
}

/** What of a case is still open at the end of a day. */
const open = (kase: SheetCase, day: Day): OpenThing[] => {
  const { caseId, caseNumber, serviceName, status, handlingType } = kase
  const accepted = did(kase, day, 'accept', 'deem')
  const kinds: OpenThing['kind'][] = [
    ...(status === 'received' && did(kase, day, 'receive') ? (['undecided'] as const) : []),
    ...(accepted && kase.platformNumber === undefined && !['withdrawn', 'terminated'].includes(status)
      ? (['no-number'] as const)
      : []),
    ...(accepted && handlingType === 'immediate' && ['in-review', 'returned'].includes(status)
      ? (['not-concluded'] as const)
      : []),
    ...(accepted && handlingType === 'immediate' && status === 'concluded' ? (['not-issued'] as const) : []),
  ]
  const applicantName = maskName(kase.applicantName)
  return kinds.map((kind) => ({ kind, caseId, caseNumber, serviceName, applicantName }))
}

/** The sheet of a day from the cases that were touched on it, in the order of their numbers. */
export function daySheet(date: Day, cases: readonly SheetCase[]): Omit<DaySheet, 'sealed'> {
  const sorted = [...cases].sort((one, other) => (one.caseNumber < other.caseNumber ? -1 : 1))
  const accepted = sorted.filter(
    (kase) => did(kase, date, 'accept', 'deem') && !['withdrawn', 'terminated'].includes(kase.status),
  )
  return {
    date,
    handed: accepted
      .filter(({ handlingType }) => handlingType === 'promised')
      .map(handed)
      .sort((one, other) => (one.to === other.to ? 0 : one.to < other.to ? -1 : 1)),
    issued: sorted.flatMap((kase) => issued(kase, date)),
    supplements: sorted.filter((kase) => did(kase, date, 'supplement')).length,
    open: sorted.flatMap((kase) => open(kase, date)),
  }
}
