import { listStaff } from '@one-window/shared/staff/endpoints'
import { findAccount } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { shown } from './member'
import { listMembers } from './staff-store'

export default implement(listStaff, async ({ hallId, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listMembers(hallId, cursor)
  const accounts = await Promise.all(page.personIds.map(findAccount))
  const staff = accounts.flatMap((account) => (account ? [shown(account)] : []))
  staff.sort((one, other) => one.name.localeCompare(other.name, 'zh'))
  return { staff, ...(page.cursor && { cursor: page.cursor }) }
})
