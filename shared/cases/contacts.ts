/** Service contacts (服务次数): the occasions of a case that a person may rate, once each. */
import { addDays, chinaDay, type Day } from '../foundation/time'
import { ratingSettings } from '../ratings/settings'
import type { CaseEvent, ServiceContact } from './case'

const contactOf: Partial<Record<CaseEvent['action'], number>> = {
  accept: 1,
  deem: 1,
  decline: 1,
  inform: 1,
  issue: 2,
}

/** The contacts that the events complete: 1 at acceptance or its refusal (收件), 2 when the result is handed over (出件). */
export const contactsOf = (events: readonly Pick<CaseEvent, 'action' | 'at'>[]): ServiceContact[] =>
  events.flatMap(({ action, at }) => {
    const contact = contactOf[action]
    return contact === undefined
      ? []
      : [
          {
            contact,
            at,
            ratableUntil: addDays(chinaDay(new Date(at)), ratingSettings.ratableNaturalDays),
          },
        ]
  })

/** The contact its owner may still rate today, the newest first. */
export const contactToRate = (contacts: readonly ServiceContact[], today: Day): ServiceContact | undefined =>
  [...contacts].reverse().find(({ rated, ratableUntil }) => rated === undefined && today <= ratableUntil)

/** What a contact was, in words. */
export const contactWords = ({ contact }: Pick<ServiceContact, 'contact'>): string =>
  contact === 1 ? '窗口收件' : '窗口出件'
