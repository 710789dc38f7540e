/** A staff member as those who run the hall may see and change them. */
import { findHall } from '@one-window/shared/halls/halls'
import type { Caller } from '@one-window/shared/identity/identity'
import { conflictOf, needsSecondPerson } from '@one-window/shared/staff/separation'
import { overlap, type Post } from '@one-window/shared/staff/post'
import type { StaffMember } from '@one-window/shared/staff/endpoints'
import {
  changeAccount,
  findAccount,
  withRequest,
  type Account,
  type AccountChanges,
} from '../identity/public'
import type { Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { hallsOf } from './staff-store'

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
export const allPosts = ({ posts = [], pending }: Account): Post[] => [...posts, ...(pending?.posts ?? [])]

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

/**
 * Refuses a deputy of somebody who is not there: whom a post stands in for holds the same post in the same hall on some
 * of its days, and is somebody else.
 */
export async function checkDeputies(personId: string, posts: readonly Post[]): Promise<void> {
  for (const [at, post] of posts.entries()) {
    const { deputyFor, role, hallId, officeId } = post
    if (deputyFor === undefined) continue
    const principal = deputyFor === personId ? undefined : await findAccount(deputyFor)
    const isThere = principal?.posts?.some(
      (held) =>
        held.role === role && held.hallId === hallId && held.officeId === officeId && overlap(held, post),
    )
    if (!isThere)
      throw new Problem('bad-input', {
        errors: [{ pointer: `/posts/${at}/deputyFor`, message: '只能替本大厅同样岗位的人，请重新选替谁' }],
      })
  }
}

/** The member as this very request left them; undefined when it is new. Its key on another request is refused. */
export async function changedBefore(
  personId: string,
  { request, replayed }: Context,
): Promise<Account | undefined> {
  const account = await findAccount(personId)
  const body = account?.requests?.[request.id]
  if (body === undefined) return undefined
  if (body !== request.body) throw new Problem('idempotency-key-reused')
  replayed()
  return account
}

/** Changes a member as read, with their row in the chain of their hall; throws `changed-meanwhile`. */
export async function changeMember(
  member: Account,
  changes: AccountChanges,
  context: Context,
  { beside = [], reason }: { beside?: readonly Write[]; reason?: string } = {},
): Promise<StaffMember> {
  const hallId = hallsOf(allPosts(member)).find((each) => context.caller.hallIds.includes(each))
  const deed = { hallId, after: changes, ...(reason && { reason }) }
  const asked = { ...changes, requests: withRequest(member, context) }
  if (!(await changeAccount(member, asked, context, { beside, deed }))) throw new Problem('changed-meanwhile')
  const changed: Record<string, unknown> = { ...member, revision: member.revision + 1 }
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete changed[field]
    else if (value !== undefined) changed[field] = value
  }
  return shown(changed as unknown as Account)
}
