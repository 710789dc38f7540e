import { confirmBinding } from '@one-window/shared/staff/endpoints'
import { changeAccount, findAccount, lookupWrite, stepOf } from '../identity/public'
import { blindIndex } from '../platform/crypto'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { openedBefore, openStaffSession } from './open-staff-session'
import { bindingDone, countTry, findBinding } from './ticket-store'

const MOST_TRIES = 5

/** Binding, second factor and the end of the invitation are one transaction; the session follows. */
export default implement(confirmBinding, async ({ bindTicket, totp }, context) => {
  const { now, request } = context
  const binding = await findBinding(bindTicket, now)
  const member = binding && (await findAccount(binding.personId))
  if (!binding || !member) throw new Problem('ticket-over')
  if (binding.doneBy !== undefined) {
    const standing = binding.doneBy === request.id && (await openedBefore(member, context))
    if (!standing) throw new Problem('ticket-over')
    context.replayed()
    return standing
  }
  if (member.state !== 'invited' || member.invitation !== binding.invitation) throw new Problem('ticket-over')
  if (binding.tries >= MOST_TRIES) throw new Problem('too-many-tries')
  const step = stepOf(binding.secret, totp, now)
  if (step === undefined) {
    await countTry(bindTicket, binding.tries)
    throw new Problem('totp-wrong')
  }
  const bound = {
    openid: binding.openid,
    boundAt: now.toISOString(),
    state: 'active' as const,
    invitation: null,
    secondFactor: { secret: binding.secret, usedStep: step, failures: 0 },
  }
  const themselves = { ...context, caller: { ...context.caller, personId: member.personId } }
  const done = await changeAccount(member, bound, themselves, {
    beside: [
      lookupWrite('staff', blindIndex('openid', binding.openid), member.personId),
      bindingDone(bindTicket, request.id),
    ],
    deed: { hallId: member.posts?.[0]?.hallId },
  })
  if (!done) throw new Problem('already-bound')
  return openStaffSession({ ...member, state: 'active' }, undefined, context)
})
