import { openRatingCode } from '@one-window/shared/ratings/endpoints'
import { listCasesOf } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { ratingCodeOf } from './rating-code'

/** Pages of the caller's cases looked through, newest first; who scans a code has just been at the window. */
const MOST_PAGES = 5

/** Nothing is kept for a code: it is looked for among the caller's own cases, so it opens nobody else's. */
export default implement(openRatingCode, async ({ code }, { caller }) => {
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { cases, cursor: next } = await listCasesOf(caller.personId, cursor)
    const found = cases.find(({ caseId }) => ratingCodeOf(caseId) === code)
    if (found) return { caseId: found.caseId }
    if (next === undefined) break
    cursor = next
  }
  throw new Problem('not-found')
})
