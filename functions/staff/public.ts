/** What other capabilities may ask of the staff. */
export { listMembers } from './staff-store'
