import type { Case } from '@one-window/shared/cases/case'
import { applicantSeenBy } from '@one-window/shared/cases/seen-by'
import { findHall } from '@one-window/shared/halls/halls'
import type { Caller } from '@one-window/shared/identity/identity'
import type { RatingLevel } from '@one-window/shared/ratings/rating'
import type { KeptCase } from './case-store'

/** A case as the caller may see it. What it was rated is for its owner alone, so only the owner's view hands it in. */
export const showCase = (
  caller: Caller,
  kept: KeptCase,
  rated: ReadonlyMap<number, RatingLevel> = new Map(),
): Case => {
  const applicant = applicantSeenBy(caller.role, kept.applicant)
  return {
    ...kept,
    hallName: findHall(kept.hallId)?.name ?? kept.hallId,
    applicant,
    applicantName: applicant.name,
    contacts: kept.contacts.map((contact) => ({ ...contact, rated: rated.get(contact.contact) })),
  }
}
