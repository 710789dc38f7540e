import { sessionLife } from '@one-window/shared/identity/session'
import { stepUp } from '@one-window/shared/staff/endpoints'
import { checkSecondFactor, findAccount, saveSession, sessionWrite } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

/** Good for 5 minutes; who has no second factor is told that the code is wrong. */
export default implement(stepUp, async ({ totp }, context) => {
  const { caller, now, request } = context
  const account = await findAccount(caller.personId)
  const session = account?.sessions[caller.sessionId]
  if (!account || !session) throw new Problem('not-signed-in')
  if (session.lastStepUp === request.id && session.steppedUpUntil) {
    context.replayed()
    return { until: session.steppedUpUntil }
  }
  await checkSecondFactor(account, totp, context)
  const until = new Date(now.getTime() + sessionLife.stepUpMs).toISOString()
  const steppedUp = { ...session, steppedUpUntil: until, lastStepUp: request.id }
  const write = sessionWrite(caller.personId, caller.sessionId, steppedUp, { turn: session.turn })
  if (!(await saveSession(caller.personId, write, context, { hallId: caller.hallIds[0] })))
    throw new Problem('busy')
  return { until }
})
