import { disableStaff } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { changeable, changeMember } from './member'
import { unbound } from './unbound'

/** The person stays in the list, for what they did stands there; nothing is open to them any more. */
export default implement(disableStaff, async ({ personId, revision, reason }, context) => {
  const member = await changeable(context.caller, personId, revision)
  const { changes, beside } = unbound(member)
  return changeMember(member, { ...changes, state: 'disabled', pending: null, invitation: null }, context, {
    beside,
    reason,
  })
})
