import { listFollowUps } from '@one-window/shared/follow-ups/endpoints'
import { mayHandle } from '@one-window/shared/follow-ups/who-acts'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listFollowUpsAt } from './follow-up-store'
import { shownList } from './show-follow-up'

export default implement(listFollowUps, async ({ hallId, status, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listFollowUpsAt(hallId, status, cursor)
  const theirs = page.followUps.filter((one) => mayHandle(one, caller.personId))
  return { ...page, followUps: await shownList(theirs) }
})
