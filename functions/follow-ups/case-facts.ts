/** What follow-ups and ratings ask of a case, in one place. What the case does not say is not known. */
import type { CaseEvent, ServiceContact } from '@one-window/shared/cases/case'
import type { CaseFacts } from '@one-window/shared/follow-ups/cross-check'
import { addWorkingDays, publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import type { Caller } from '@one-window/shared/identity/identity'
import { findBookingForDesk } from '../booking/public'
import { findCase } from '../cases/public'
import { findService } from '../catalogue/public'

type Found = NonNullable<Awaited<ReturnType<typeof findCase>>>

/** What newer cases say besides. */
interface Besides {
  trips?: number
}
type Event = Omit<CaseEvent, 'action'> & { action: string; byId?: string }

/** Which act ends which contact (服务次数). */
const actsOf: Readonly<Record<number, readonly string[]>> = { 1: ['accept', 'decline'], 2: ['issue', 'post'] }

const eventsOf = (found: Found): readonly Event[] => found.events
const dayOf = (found: Found, ...actions: string[]) => {
  const event = eventsOf(found).find(({ action }) => actions.includes(action))
  return event && chinaDay(new Date(event.at))
}

/** Who did what a contact consisted of; undefined when the case does not say. */
export const servedBy = (found: Found, contact: number): string | undefined =>
  [...eventsOf(found)].reverse().find(({ action }) => actsOf[contact]?.includes(action))?.byId

/** When a contact ended. */
export const contactAt = (
  { contacts }: { contacts: readonly ServiceContact[] },
  contact: number,
): string | undefined => contacts.find((one) => one.contact === contact)?.at

/** What is known of a case for the cross-check; undefined when the case is not of a hall of the caller. */
export async function caseFacts(caseId: string, caller: Caller, now: Date): Promise<CaseFacts | undefined> {
  const found = await findCase(caseId, caller)
  if (!found) return undefined
  const service = findService(found.serviceId) as
    (ReturnType<typeof findService> & { trips?: number }) | undefined
  const booking = found.bookingId ? await findBookingForDesk(caller, found.bookingId) : undefined
  const acceptedOn = dayOf(found, 'accept')
  const statutory =
    acceptedOn && service?.statutoryDays
      ? addWorkingDays(publishedCalendar, acceptedOn, service.statutoryDays)
      : undefined
  const rounds = eventsOf(found).filter(({ action }) => action === 'supplement').length
  return {
    today: chinaDay(now),
    acceptedOn,
    concludedOn: dayOf(found, 'conclude'),
    promisedBy: found.promisedDay,
    ...(statutory && 'day' in statutory && { statutoryBy: statutory.day }),
    ...(found.bookingId && { checkedInByBooking: booking?.checkedInAt !== undefined }),
    trips: (found as Besides).trips,
    promisedTrips: service?.trips,
    ...(rounds > 0 && { noticeGiven: true }),
    supplementRounds: rounds,
  }
}

/** Who is behind a rating with a name, for whoever may open it. */
export const findRater = async (caseId: string, caller: Caller): Promise<Found['applicant'] | undefined> =>
  (await findCase(caseId, caller))?.applicant

/** A case of a hall, for whoever has settled that it may be rated. */
export const findRatedCase = (caseId: string, hallId: string): Promise<Found | undefined> =>
  findCase(caseId, {
    personId: '',
    role: 'window-staff',
    hallIds: [hallId],
    stationIds: [],
    sessionId: '',
  })

/** Whoever was served by a contact and can be told, and what a message about it says. */
export async function findServed(
  caseId: string,
  hallId: string,
  contact: number,
): Promise<
  | {
      personId: string
      at: string
      serviceName: string
      caseNumber: string
      ratableUntil: string
    }
  | undefined
> {
  const found = await findRatedCase(caseId, hallId)
  const ended = found?.contacts.find((each) => each.contact === contact)
  return found?.ownerId && ended
    ? {
        personId: found.ownerId,
        at: ended.at,
        serviceName: found.serviceName,
        caseNumber: found.caseNumber,
        ratableUntil: ended.ratableUntil,
      }
    : undefined
}
