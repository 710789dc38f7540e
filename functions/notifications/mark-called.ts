import { markCalled } from '@one-window/shared/notifications/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findCall, saveCalled } from './call-store'

/** A call that somebody else noted at the same moment is looked at again, and counted once each. */
export default implement(markCalled, async ({ callId, outcome, note }, context) => {
  const { caller, request, replayed } = context
  for (;;) {
    const call = await findCall(callId)
    if (!call || !caller.hallIds.includes(call.hallId)) throw new Problem('not-found')
    const before = call.requests[request.id]
    if (before !== undefined) {
      if (before !== request.body) throw new Problem('idempotency-key-reused')
      replayed()
      return { callId, outcome, tries: call.tries }
    }
    if (call.waitsAt === undefined) throw new Problem('wrong-status')
    if (await saveCalled(call, outcome, note, context)) return { callId, outcome, tries: call.tries + 1 }
  }
})
