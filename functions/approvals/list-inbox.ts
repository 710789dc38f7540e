import { listInbox } from '@one-window/shared/approvals/endpoints'
import { offices } from '@one-window/shared/halls/offices'
import { maskName, type Caller } from '@one-window/shared/identity/identity'
import { officeKey } from '@one-window/shared/staff/post'
import { inboxOf, listInboxes, NO_OFFICE } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

/** The inboxes of a caller in a hall: their offices', those they lead, or the director's. */
function inboxesOf({ role, offices: theirs }: Caller, hallId: string): string[] {
  if (role === 'director') return [inboxOf(hallId, 'director')]
  const known = offices.map(({ officeId }) => officeId)
  const ofHall = known.filter((officeId) => theirs.includes(officeKey(hallId, officeId)))
  if (role === 'approver') return ofHall.map((office) => inboxOf(hallId, { office }))
  const led = theirs.length === 0 ? known : ofHall
  return [...led, NO_OFFICE].map((leaderOf) => inboxOf(hallId, { leaderOf }))
}

export default implement(listInbox, async ({ hallId, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listInboxes(inboxesOf(caller, hallId), cursor)
  return { ...page, rows: page.rows.map((row) => ({ ...row, applicantName: maskName(row.applicantName) })) }
})
