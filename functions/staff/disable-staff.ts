import { disableStaff } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { changeable, changedBefore, changeMember, shown } from './member'
import { unbound } from './unbound'

/** The person stays in the list, for what they did stands there; nothing is open to them any more. */
export default implement(disableStaff, async ({ personId, revision, reason }, context) => {
  const before = await changedBefore(personId, context)
  if (before) return shown(before)
  const member = await changeable(context.caller, personId, revision)
  const { changes, beside } = unbound(member)
  return changeMember(member, { ...changes, state: 'disabled', pending: null, invitation: null }, context, {
    beside,
    reason,
  })
})
