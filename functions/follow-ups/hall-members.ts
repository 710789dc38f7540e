import type { Member } from '@one-window/shared/follow-ups/who-acts'
import { findStanding } from '../identity/public'
import { listMembers } from '../staff/public'

/** Everybody who works at a hall, with their posts; nothing sealed is opened. */
export async function membersOf(hallId: string): Promise<Member[]> {
  const members: Member[] = []
  let cursor: string | undefined
  do {
    const page = await listMembers(hallId, cursor)
    const accounts = await Promise.all(page.personIds.map(findStanding))
    for (const account of accounts)
      if (account?.state === 'active')
        members.push({ personId: account.personId, posts: account.posts ?? [] })
    cursor = page.cursor
  } while (cursor !== undefined)
  return members
}
