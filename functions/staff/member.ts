/** A staff member as those who run the hall may see and change them. */
import { randomInt } from 'node:crypto'
import { findHall } from '@one-window/shared/halls/halls'
import type { Caller } from '@one-window/shared/identity/identity'
import { conflictOf, needsSecondPerson } from '@one-window/shared/staff/separation'
import type { Post } from '@one-window/shared/staff/post'
import type { StaffMember } from '@one-window/shared/staff/endpoints'
import { changeAccount, findAccount, type Account, type AccountChanges } from '../identity/public'
import type { Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { hallsOf } from './staff-store'
import { invitationId, invitationWrite } from './ticket-store'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789'
const INVITATION_MS = 3 * 86_400_000

/** As lists and answers show a member. */
export const shown = ({
  personId,
  name,
  state,
  posts,
  pending,
  boundAt,
  revision,
}: Account): StaffMember => ({
  personId,
  name: name ?? '',
  state: state ?? 'invited',
  posts: [...(posts ?? [])],
  ...(pending && { pendingPosts: [...pending.posts] }),
  ...(boundAt && { boundAt }),
  revision,
})

/** Every post a member has or is asked to have. */
const allPosts = ({ posts = [], pending }: Account): Post[] => [...posts, ...(pending?.posts ?? [])]

/** A member with a post in a hall of the caller; undefined when there is none. */
export async function findMember(caller: Caller, personId: string): Promise<Account | undefined> {
  const account = await findAccount(personId)
  const isTheirs =
    account?.kind === 'staff' && hallsOf(allPosts(account)).some((hallId) => caller.hallIds.includes(hallId))
  return isTheirs ? account : undefined
}

/**
 * The member, if the caller may change them as read: nobody themselves, a director only window staff, nobody what lies
 * in another's hall. Throws `not-found`, `not-allowed`, `changed-meanwhile`.
 */
export async function changeable(caller: Caller, personId: string, revision?: number): Promise<Account> {
  const member = await findMember(caller, personId)
  if (!member) throw new Problem('not-found')
  if (personId === caller.personId || !mayGive(caller, allPosts(member))) throw new Problem('not-allowed')
  if (revision !== undefined && member.revision !== revision) throw new Problem('changed-meanwhile')
  return member
}

const mayGive = ({ role, hallIds }: Caller, posts: readonly Post[]): boolean =>
  posts.every((post) => hallIds.includes(post.hallId) && (role === 'admin' || post.role === 'window-staff'))

/** Refuses posts that are nowhere, not the caller's to give, or exclude each other. */
export function checkPosts(caller: Caller, posts: readonly Post[]): void {
  for (const { hallId, stationId } of posts) {
    const hall = findHall(hallId)
    const isThere =
      hall && (stationId === undefined || hall.stations.some((station) => station.stationId === stationId))
    if (!isThere || !caller.hallIds.includes(hallId)) throw new Problem('not-found')
  }
  if (!mayGive(caller, posts)) throw new Problem('not-allowed')
  const conflict = conflictOf(posts)
  if (conflict) throw new Problem('roles-conflict', { roles: conflict })
}

/** True when one administrator alone may not give these posts. */
export const needSecond = (posts: readonly Post[]): boolean =>
  posts.some(({ role }) => needsSecondPerson.includes(role))

/** A new invitation: the code to tell the person, its ticket, and the write that opens it. */
export function anInvitation(
  personId: string,
  now: Date,
): { inviteCode: string; expiresAt: string; ticketId: string; write: Write } {
  const inviteCode = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const until = new Date(now.getTime() + INVITATION_MS)
  const ticketId = invitationId(inviteCode)
  return {
    inviteCode,
    expiresAt: until.toISOString(),
    ticketId,
    write: invitationWrite(ticketId, { personId }, until),
  }
}

/** Changes a member as read, with their row in the chain of their hall; throws `changed-meanwhile`. */
export async function changeMember(
  member: Account,
  changes: AccountChanges,
  context: Context,
  { beside = [], reason }: { beside?: readonly Write[]; reason?: string } = {},
): Promise<StaffMember> {
  const hallId = hallsOf(allPosts(member)).find((each) => context.caller.hallIds.includes(each))
  const deed = { hallId, ...(reason && { reason }) }
  if (!(await changeAccount(member, changes, context, { beside, deed })))
    throw new Problem('changed-meanwhile')
  const changed: Record<string, unknown> = { ...member, revision: member.revision + 1 }
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete changed[field]
    else if (value !== undefined) changed[field] = value
  }
  return shown(changed as unknown as Account)
}
