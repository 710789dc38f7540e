import { isPoor } from '@one-window/shared/ratings/rating'
import { followUpIdOf, forgetRaterWrite } from '../follow-ups/public'
import type { Write } from '../platform/dynamo'
import { forgetTextWrite } from './forgetting-store'
import { listRatingsOf } from './rating-store'

/** The writes that take words and giver from the ratings of a case; levels and tags stay, they name nobody. */
export async function forgettingRatings(caseId: string, nobody: string): Promise<Write[]> {
  return (await listRatingsOf(caseId)).flatMap((rating) => [
    forgetTextWrite(rating),
    ...(isPoor(rating.level) ? [forgetRaterWrite(followUpIdOf(caseId, rating.contact), nobody)] : []),
  ])
}
