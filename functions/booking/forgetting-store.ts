/** The bookings of a person, all of them: for their own copy, and to take the person out of them. */
import { isStillAhead } from '@one-window/shared/booking/may-book'
import { audited, type By } from '../platform/audit'
import { derivedId } from '../platform/crypto'
import { ConditionFailed, transact, type Write } from '../platform/dynamo'
import { listBookingIdsOf, listBookings } from './booking-lists-store'
import { deedOn, findBookingById, sealedVisitor, table, type StoredBooking } from './booking-store'
import { findVisitor, visitorDeletion } from './visitor-store'

/** Every booking of a person, oldest first. */
export async function listEveryBookingOf(personId: string): Promise<StoredBooking[]> {
  const { recent } = await findVisitor(personId)
  // the index may not have the newest yet
  const ids = new Set([...(await listBookingIdsOf(personId)), ...recent])
  return (await listBookings([...ids])).sort((one, other) => (one.bookedAt < other.bookedAt ? -1 : 1))
}

/** True while a place waits for the person, as it stands now. */
export async function hasBookingAhead(personId: string, now: Date): Promise<boolean> {
  const { live } = await findVisitor(personId)
  const bookings = await Promise.all(live.map(({ bookingId }) => findBookingById(bookingId)))
  return bookings.some((booking) => booking !== undefined && isStillAhead(booking, now))
}

const emptied = (booking: StoredBooking): Write => ({
  Update: {
    TableName: table.name,
    Key: { bookingId: booking.bookingId },
    UpdateExpression: 'SET personId = :nobody, visitor = :nobodyNamed, realName = :none',
    ConditionExpression: 'personId = :person',
    ExpressionAttributeValues: {
      ':nobody': nobodyOf(booking.bookingId),
      ':nobodyNamed': sealedVisitor(booking.bookingId, { name: '', relation: booking.visitor.relation }),
      ':none': 'none',
      ':person': booking.personId,
    },
  },
})
/** Stands where a person stood; one for each place, so that they cannot be put together. */
const nobodyOf = (id: string): string => `n_${derivedId('nobody', id)}`

/**
 * Takes the person out of every booking, then forgets what was remembered about them; false when something was booked
 * meanwhile. Broken off, it is called again.
 */
export async function forgetBookingsOf(personId: string, by: By): Promise<boolean> {
  const visitor = await findVisitor(personId)
  for (const booking of await listEveryBookingOf(personId)) {
    if (booking.personId !== personId) continue
    if (isStillAhead(booking, by.now)) return false
    if (!(await written([emptied(booking)], by, deedOn(booking, { visitor: null })))) return false
  }
  const object = `person:${personId}`
  return (
    visitor.revision === 0 ||
    written([visitorDeletion(visitor)], by, { object, after: { forgotten: 'visitor' } })
  )
}

async function written(writes: readonly Write[], by: By, deed: Parameters<typeof audited>[1]) {
  try {
    await transact(writes, audited(by, deed))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
