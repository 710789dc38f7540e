import { contactsOf } from '@one-window/shared/cases/contacts'
import { chinaDay } from '@one-window/shared/foundation/time'
import { openRatingCode } from '@one-window/shared/ratings/endpoints'
import { findCase, listCasesOf } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { ratingCodeOf } from './rating-code'
import { findBareRating } from './rating-store'

/** Pages of the caller's cases looked through, newest first; who opens a code has been at the window of late. */
const MOST_PAGES = 5
/** The contacts a case may have (服务次数). */
const CONTACTS = [1, 2]

/** Nothing is kept for a code: it is looked for among the caller's own cases, so it opens nobody else's. */
export default implement(openRatingCode, async ({ code }, { caller, now }) => {
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { cases, cursor: next } = await listCasesOf(caller.personId, cursor)
    for (const { caseId } of cases) {
      const contact = CONTACTS.find((each) => ratingCodeOf(caseId, each) === code)
      if (contact === undefined) continue
      const found = await findCase(caseId, caller)
      const ended = contactsOf(found?.events ?? []).find((each) => each.contact === contact)
      if (!ended) throw new Problem('not-found')
      if (await findBareRating({ caseId, contact })) throw new Problem('already-rated')
      if (chinaDay(now) > ended.ratableUntil) throw new Problem('rating-window-over')
      return { caseId, contact }
    }
    if (next === undefined) break
    cursor = next
  }
  throw new Problem('not-found')
})
