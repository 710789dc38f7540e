import { isPoor } from '@one-window/shared/ratings/rating'
import { followUpIdOf, forgetRaterWrite, forgettingAnswers } from '../follow-ups/public'
import type { Write } from '../platform/dynamo'
import { forgetTextWrite } from './forgetting-store'
import { listRatingsOf } from './rating-store'

/** The writes that take words and giver from the ratings of a case; levels and tags stay, they name nobody. */
export async function forgettingRatings(caseId: string): Promise<Write[]> {
  const ratings = await listRatingsOf(caseId)
  const followed = ratings
    .filter(({ level, again }) => isPoor(level) && !again)
    .map(({ contact }) => followUpIdOf(caseId, contact))
  return [
    ...ratings.map(forgetTextWrite),
    ...followed.map(forgetRaterWrite),
    ...(await Promise.all(followed.map(forgettingAnswers))).flat(),
  ]
}
