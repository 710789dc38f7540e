/** The first two administrators of a hall, whom nobody inside can invite; every later one takes two of them. */
import { randomUUID } from 'node:crypto'
import { chinaDay } from '@one-window/shared/foundation/time'
import type { Post } from '@one-window/shared/staff/post'
import { findAccount, newAccount, saveNewAccount, type Account } from '../identity/public'
import { bySystem } from '../platform/audit'
import { anInvitation, type Invited } from './invitations'
import { findSeats, listMembers, membershipWrites, seatWrite } from './staff-store'
import { findInvitation } from './ticket-store'

/** Fewer cannot confirm one another. */
const ENOUGH = 2

/** An administrator who works, or may still use the code. */
async function counts(
  { state, posts = [], invitation }: Account,
  hallId: string,
  now: Date,
): Promise<boolean> {
  const today = chinaDay(now)
  const isAdmin = posts.some(
    (post) =>
      post.role === 'admin' && post.hallId === hallId && (post.until === undefined || today <= post.until),
  )
  if (!isAdmin) return false
  if (state === 'active') return true
  return state === 'invited' && invitation !== undefined && !!(await findInvitation(invitation, now))
}

/** How many administrators a hall has or will have. */
async function administratorsOf(hallId: string, now: Date): Promise<number> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await listMembers(hallId, cursor)
    for (const personId of page.personIds) {
      const account = await findAccount(personId)
      if (account && (await counts(account, hallId, now))) count += 1
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return count
}

/**
 * Invites an administrator of these halls from outside, as long as none of them has two; answers the hall that has, or
 * `raced` when somebody else did the same at once.
 */
export async function inviteFirstAdministrator(
  name: string,
  hallIds: readonly string[],
  now: Date,
): Promise<Invited | { refused: string }> {
  const seats: [hallId: string, seen: number][] = []
  for (const hallId of hallIds) {
    seats.push([hallId, await findSeats(hallId)])
    if ((await administratorsOf(hallId, now)) >= ENOUGH) return { refused: hallId }
  }
  const id = randomUUID()
  const by = { ...bySystem('tool:staff-first', now), request: { id, body: id } }
  const personId = `s_${id}`
  const { told, ticketId, write } = anInvitation(personId, by)
  const posts = hallIds.map((hallId): Post => ({ role: 'admin', hallId, from: chinaDay(now) }))
  const member: Account = {
    ...newAccount(personId, 'staff'),
    name,
    state: 'invited',
    posts,
    invitation: ticketId,
  }
  const beside = [
    ...membershipWrites(personId, [], posts),
    ...seats.map(([hallId, seen]) => seatWrite(hallId, seen)),
    write,
  ]
  return (await saveNewAccount(member, by, { beside, deed: { hallId: hallIds[0] } }))
    ? told
    : { refused: 'raced' }
}
