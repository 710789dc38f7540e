import { listMyRatings } from '@one-window/shared/ratings/endpoints'
import { findCase } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { givenRatings } from './given-ratings'
import { listRatingsOf } from './rating-store'

export default implement(listMyRatings, async ({ caseId }, { caller, now }) => {
  if (!(await findCase(caseId, caller))) throw new Problem('not-found')
  return { ratings: await givenRatings(await listRatingsOf(caseId), now) }
})
