import type { Role } from '../foundation/roles'
import { maskIdNumber, maskName, maskPhone } from '../identity/identity'
import type { Case } from './case'

const readsNames: readonly Role[] = ['resident', 'window-staff', 'director']

/**
 * An applicant as a role sees them in one case: the owner and the windows of the hall read the name, others only its
 * ends; numbers are masked for everybody.
 */
export const applicantSeenBy = (
  role: Role,
  { name, phone, idNumber }: Case['applicant'],
): Case['applicant'] => ({
  name: readsNames.includes(role) ? name : maskName(name),
  ...(phone && { phone: maskPhone(phone) }),
  ...(idNumber && { idNumber: maskIdNumber(idNumber) }),
})
