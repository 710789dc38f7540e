/** Colleagues who stand in for the caller: found, shown, and changed as they stand. */
import { conflictOf } from '@one-window/shared/staff/separation'
import type { Post, StaffRole } from '@one-window/shared/staff/post'
import { withoutDeputy } from '@one-window/shared/staff/deputy'
import type { Colleague } from '@one-window/shared/staff/endpoints'
import type { Caller } from '@one-window/shared/identity/identity'
import { findAccount, type Account } from '../identity/public'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { allPosts, changedBefore, changeMember, findMember } from './member'

const ATTEMPTS = 5

/** The role the caller works in; residents name no deputies. */
export const roleOf = ({ role }: Caller): StaffRole => role as StaffRole

/** A colleague as the caller sees them. */
export const shownTo = (caller: Caller, { personId, name, posts = [] }: Account): Colleague => ({
  personId,
  name: name ?? '',
  roles: [...new Set(posts.filter(({ deputyFor }) => deputyFor === undefined).map(({ role }) => role))],
  standsIn: posts.filter(({ deputyFor, role }) => deputyFor === caller.personId && role === caller.role),
})

/** The caller's posts as they stand. */
export async function ownPosts({ personId }: Caller): Promise<readonly Post[]> {
  return (await findAccount(personId))?.posts ?? []
}

/** True for somebody else, active, whose posts go together with these on the same days. */
export const mayStandIn = (caller: Caller, colleague: Account, copies: readonly Post[]): boolean =>
  colleague.personId !== caller.personId &&
  colleague.state === 'active' &&
  conflictOf([...withoutDeputy(allPosts(colleague), caller.personId, roleOf(caller)), ...copies]) ===
    undefined

/**
 * Changes a colleague's posts as they stand, again while others change them; the same request again changes nothing.
 * Throws `not-found` for who is no colleague of the caller's hall.
 */
export async function changeColleague(
  personId: string,
  reason: string,
  context: Context,
  decide: (colleague: Account) => Post[],
): Promise<Colleague> {
  const { caller } = context
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const done = await changedBefore(personId, context)
    if (done) return shownTo(caller, done)
    const colleague = await findMember(caller, personId)
    if (!colleague || personId === caller.personId || colleague.state !== 'active')
      throw new Problem('not-found')
    const posts = decide(colleague)
    try {
      await changeMember(colleague, { posts }, context, { reason })
      return shownTo(caller, { ...colleague, posts })
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'changed-meanwhile')) throw error
    }
  }
  throw new Problem('busy')
}
