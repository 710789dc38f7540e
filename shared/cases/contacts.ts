/** Service contacts (服务次数): the occasions of a case that a person may rate, once each. */
import { addDays, chinaDay, type Day } from '../foundation/time'
import { ratingSettings } from '../ratings/settings'
import type { ServiceContact } from './case'
import type { CaseAction } from './lifecycle'

const contactOf: Partial<Record<CaseAction, number>> = { accept: 1, decline: 1, issue: 2 }

/** The contact that an action completes: 1 at acceptance or declining (收件), 2 when the result is handed out (出件). */
export const contactAfter = (action: CaseAction, now: Date): ServiceContact | undefined => {
  const contact = contactOf[action]
  return contact === undefined
    ? undefined
    : {
        contact,
        at: now.toISOString(),
        ratableUntil: addDays(chinaDay(now), ratingSettings.ratableNaturalDays),
      }
}

/** The contact its owner may still rate today, the newest first. */
export const contactToRate = (contacts: readonly ServiceContact[], today: Day): ServiceContact | undefined =>
  [...contacts].reverse().find(({ rated, ratableUntil }) => rated === undefined && today <= ratableUntil)

/** What a contact was, in words. */
export const contactWords = ({ contact }: Pick<ServiceContact, 'contact'>): string =>
  contact === 1 ? '窗口收件' : '窗口出件'
