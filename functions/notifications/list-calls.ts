import { maskName } from '@one-window/shared/identity/identity'
import { listCalls } from '@one-window/shared/notifications/endpoints'
import { findBookingForDesk } from '../booking/public'
import { findCase } from '../cases/public'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listCallsAt, type KeptCall } from './call-store'

/** Who came for the result meanwhile needs no call. */
export default implement(listCalls, async ({ hallId, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listCallsAt(hallId, cursor)
  const calls = await Promise.all(page.calls.map((call) => shown(call, caller)))
  return { ...page, calls: calls.filter((call) => call !== undefined) }
})

async function shown(call: KeptCall, caller: Context['caller']) {
  if (call.caseId) {
    const found = await findCase(call.caseId, caller)
    return found?.status === 'issued' ? undefined : named(call, found?.applicant.name)
  }
  return named(call, call.bookingId && (await findBookingForDesk(caller, call.bookingId))?.visitor.name)
}

const named = (call: KeptCall, name: string | undefined) => ({
  ...call,
  ...(name && { name: maskName(name) }),
})
