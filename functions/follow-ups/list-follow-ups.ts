import { listFollowUps } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findTexts, textKey } from '../ratings/public'
import { listFollowUpsAt } from './follow-up-store'

/** The supervisor reads what was said once it passed the check; the declared answer has no field for who said it. */
export default implement(listFollowUps, async ({ hallId, status, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listFollowUpsAt(hallId, status, cursor)
  const texts = await findTexts(page.followUps.filter(({ hasText }) => hasText))
  return { ...page, followUps: page.followUps.map((one) => ({ ...one, ...texts.get(textKey(one)) })) }
})
