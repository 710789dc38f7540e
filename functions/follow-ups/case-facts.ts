/** What follow-ups and ratings ask of a case, in one place. What the case does not say is not known. */
import { contactsOf } from '@one-window/shared/cases/contacts'
import { dueDay } from '@one-window/shared/cases/deadline'
import { clockedOf, extensionOf, tripsOf } from '@one-window/shared/cases/life-of'
import { tripsToHall } from '@one-window/shared/catalogue/guide'
import type { CaseFacts } from '@one-window/shared/follow-ups/cross-check'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay, type Day } from '@one-window/shared/foundation/time'
import { closingTime } from '@one-window/shared/halls/hall'
import { findHall } from '@one-window/shared/halls/halls'
import type { Caller } from '@one-window/shared/identity/identity'
import { findBookingForDesk } from '../booking/public'
import { findCase, readCase, type KeptCase } from '../cases/public'

/** Which act ends which contact (服务次数). */
const actsOf: Readonly<Record<number, readonly string[]>> = {
  1: ['accept', 'decline', 'inform'],
  2: ['issue'],
}

/** Who did what a contact consisted of; undefined when nobody did, as when the calendar accepted the case. */
export const servedBy = ({ events }: KeptCase, contact: number): string | undefined =>
  events.find(({ action }) => actsOf[contact]?.includes(action))?.byId

/** What decided a case: its approval or refusal here, or what the county decided. */
const decisionOf = ({ events, outcome }: KeptCase): KeptCase['events'][number] | undefined => {
  if (outcome === undefined) return undefined
  const last = (...actions: string[]) => [...events].reverse().find(({ action }) => actions.includes(action))
  return last('approve', 'refuse') ?? last('record-county')
}

/** When a case was finished (办结): decided, or told that it is none. */
export const finishedAt = (kept: KeptCase): string | undefined =>
  (decisionOf(kept) ?? kept.events.find(({ action }) => action === 'decline' || action === 'inform'))?.at

const statutoryBy = ({ acceptedAt, statutoryDays, events, hallId }: KeptCase): Day | undefined => {
  if (!acceptedAt || !statutoryDays) return undefined
  const clocked = clockedOf({ acceptedAt, events }, closingTime(findHall(hallId)?.hours))
  const due = dueDay(publishedCalendar, clocked, statutoryDays + extensionOf(events))
  return 'day' in due ? due.day : undefined
}

/** What is known of a case for the cross-check; undefined when the case is not the caller's to see. */
export async function caseFacts(caseId: string, caller: Caller, now: Date): Promise<CaseFacts | undefined> {
  const kept = await findCase(caseId, caller)
  if (!kept) return undefined
  const { bookingId, acceptedAt, promisedDay, events } = kept
  const booking = bookingId ? await findBookingForDesk(caller, bookingId) : undefined
  const decision = decisionOf(kept)
  const rounds = events.filter(({ action }) => action === 'supplement').length
  return {
    today: chinaDay(now),
    acceptedOn: acceptedAt && chinaDay(new Date(acceptedAt)),
    concludedOn: decision && (decision.facts?.decidedOn ?? chinaDay(new Date(decision.at))),
    promisedBy: promisedDay,
    statutoryBy: statutoryBy(kept),
    ...(bookingId && { checkedInByBooking: booking?.checkedInAt !== undefined }),
    trips: tripsOf(events),
    promisedTrips: tripsToHall(kept),
    ...(rounds > 0 && { noticeGiven: true }),
    supplementRounds: rounds,
  }
}

/** The office a case passes first (业务办公室); undefined when it is decided without one. */
export const officeOf = async (caseId: string): Promise<string | undefined> =>
  (await readCase(caseId))?.route.steps.find(({ officeId }) => officeId)?.officeId

/** Who is behind a rating with a name, for whoever may open it. */
export const findRater = async (caseId: string, caller: Caller): Promise<KeptCase['applicant'] | undefined> =>
  (await findCase(caseId, caller))?.applicant

/** A case of a hall, for whoever has settled that it may be rated. */
export async function findRatedCase(caseId: string, hallId: string): Promise<KeptCase | undefined> {
  const kept = await readCase(caseId)
  return kept?.hallId === hallId ? kept : undefined
}

/** Whoever was served by a contact of a day and can be told, and what a message about it says. */
export const servedOn = (
  kept: KeptCase,
  day: Day,
): {
  personId: string
  contact: number
  at: string
  serviceName: string
  caseNumber: string
  ratableUntil: Day
}[] => {
  const { ownerId, serviceName, caseNumber } = kept
  return ownerId === undefined
    ? []
    : contactsOn(kept, day).map(({ contact, at, ratableUntil }) => ({
        personId: ownerId,
        contact,
        at,
        serviceName,
        caseNumber,
        ratableUntil,
      }))
}

/** The contacts of a case that ended on a day. */
export const contactsOn = ({ events }: KeptCase, day: Day): ReturnType<typeof contactsOf> =>
  contactsOf(events).filter(({ at }) => chinaDay(new Date(at)) === day)
