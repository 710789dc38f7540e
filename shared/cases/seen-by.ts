import type { FilePurpose } from '../files/file'
import type { Role } from '../foundation/roles'
import { chinaDay, type Day } from '../foundation/time'
import { maskIdNumber, maskName, maskPhone } from '../identity/identity'
import type { Case, CaseEvent } from './case'
import { isOver, type CaseAction } from './lifecycle'

/** Who reads the query code to the applicant, or is them. */
const readsQueryCode: readonly Role[] = ['resident', 'window-staff', 'director']

/** True for who may read the query code of a case they see. */
export const seesQueryCode = (role: Role): boolean => readsQueryCode.includes(role)

/** An applicant as a role sees them in one case: the owner reads the name, others its ends; numbers are masked for all. */
export const applicantSeenBy = (
  role: Role,
  { name, phone, idNumber }: Case['applicant'],
): Case['applicant'] => ({
  name: role === 'resident' ? name : maskName(name),
  ...(phone && { phone: maskPhone(phone) }),
  ...(idNumber && { idNumber: maskIdNumber(idNumber) }),
})

/** What happens inside the hall and is no business of the applicant's. */
const inside: readonly CaseEvent['action'][] = [
  'return',
  'forward',
  'ask-pause',
  'ask-extension',
  'deny',
  'urge',
  'call-meeting',
  'give-opinion',
  'record-meeting',
  'attach',
  'enter',
  'note-post',
  'archive',
]
/** Steps whose words are for the applicant to read. */
const told: readonly CaseEvent['action'][] = [
  'supplement',
  'decline',
  'inform',
  'withdraw',
  'terminate',
  'refuse',
  'pause',
  'extend',
  'record-county',
  'issue',
]

/** The events as a role reads them: the owner what concerns them, without who was there. */
export const eventsSeenBy = (role: Role, events: readonly CaseEvent[]): CaseEvent[] =>
  role === 'resident'
    ? events
        .filter(({ action }) => !inside.includes(action as CaseAction))
        .map(({ action, at, by, note, facts }) => ({
          action,
          at,
          by,
          ...(note && told.includes(action) && { note }),
          ...(facts && { facts }),
        }))
    : [...events]

/** What was handed in and what came of it are the applicant's too; evidence and opinions are the hall's. */
export const seesCaseFile = (role: Role, purpose: FilePurpose): boolean =>
  role !== 'resident' || purpose === 'material' || purpose === 'result'

/** The day a case came to its end, handed over or not; undefined while it is open. */
export const endOfCase = ({ status, events }: Pick<Case, 'status' | 'events'>): Day | undefined => {
  const last = isOver(status) ? [...events].reverse().find(({ action }) => action !== 'archive') : undefined
  return last && chinaDay(new Date(last.at))
}
