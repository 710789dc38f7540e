import type { Role } from '../foundation/roles'
import { chinaDay, type Day } from '../foundation/time'
import { maskIdNumber, maskName, maskPhone } from '../identity/identity'
import type { Case } from './case'

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

/** The day a case came to its end, handed out or not accepted; undefined while it is open. */
export const endOfCase = ({ status, events }: Pick<Case, 'status' | 'events'>): Day | undefined => {
  const last = status === 'issued' || status === 'declined' ? events.at(-1) : undefined
  return last && chinaDay(new Date(last.at))
}
