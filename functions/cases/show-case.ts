import type { Case } from '@one-window/shared/cases/case'
import { applicantSeenBy, seesQueryCode } from '@one-window/shared/cases/seen-by'
import { isStaff } from '@one-window/shared/foundation/roles'
import { findHall } from '@one-window/shared/halls/halls'
import type { Caller } from '@one-window/shared/identity/identity'
import type { RatingLevel } from '@one-window/shared/ratings/rating'
import type { KeptCase } from './case-store'
import { queryCodeOf } from './query-code'

const nobodyRated: ReadonlyMap<number, RatingLevel> = new Map()

/** A case whole, as only its owner's own copy of their data has it. */
export const wholeCase = (
  { realName: _level, ...kept }: KeptCase,
  rated: ReadonlyMap<number, RatingLevel> = nobodyRated,
): Case => ({
  ...kept,
  hallName: findHall(kept.hallId)?.name ?? kept.hallId,
  applicantName: kept.applicant.name,
  queryCode: queryCodeOf(kept.caseId),
  contacts: kept.contacts.map((contact) => ({ ...contact, rated: rated.get(contact.contact) })),
})

/** A case as the caller may see it. What it was rated is for its owner alone, so only the owner's view hands it in. */
export const showCase = (
  { role }: Caller,
  kept: KeptCase,
  rated?: ReadonlyMap<number, RatingLevel>,
): Case => {
  const { queryCode, ...whole } = wholeCase(kept, rated)
  const applicant = applicantSeenBy(role, kept.applicant)
  return {
    ...whole,
    applicant,
    applicantName: applicant.name,
    ...(seesQueryCode(role) && { queryCode }),
    ...(isStaff(role) && { realName: kept.realName ?? 'none' }),
  }
}
