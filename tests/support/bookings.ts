/** What the booking tests share: people who book, and what the database holds afterwards. */
import type { Role } from '@one-window/shared/foundation/roles'
import type { LocalApp, Person } from './local-app'

export const SERVICE = 'dibao-shenqing'
export const visitor = { name: '刘桂英', phone: '13812345678' }

/** Books a slot; the visitor is always the same, the person is who signed in. */
export const book = (who: Person, slotId: string, key?: string) =>
  who.post('/bookings', { slotId, serviceId: SERVICE, visitor }, key)

/** So many persons of a role. */
export const people = (app: LocalApp, role: Role, prefix: string, count: number, hallId?: string) =>
  Promise.all(Array.from({ length: count }, (_, i) => app.as(role, `${prefix}${i}`, hallId)))

/** A slot as everybody sees it. */
export async function seenSlot(who: Person, slotId: string) {
  const [hallId, day] = slotId.split('.') as [string, string]
  const from = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  const { body } = await who.get(`/halls/${hallId}/slots?from=${from}&days=1`)
  return (body.slots as { slotId: string; left: number; capacity: number; state: string }[]).find(
    (slot) => slot.slotId === slotId,
  )!
}

interface Row {
  [attribute: string]: unknown
}
/** Every item of a table; only tests read a table whole. */
export async function everyItem(id: string): Promise<Row[]> {
  const { database, tables } = await import('../../functions/platform/dynamo')
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb')
  const { Items = [] } = await database.send(
    new ScanCommand({ TableName: tables.get(id)!.name, ConsistentRead: true }),
  )
  return Items
}

/** What must hold at every moment, whatever was done: an empty list. */
export async function brokenPromises(now: Date): Promise<string[]> {
  const { holdsPlace } = await import('@one-window/shared/booking/lifecycle')
  const { slotCapacity, firstChoiceCapacity } = await import('@one-window/shared/booking/slots')
  const { isOver } = await import('@one-window/shared/booking/arrival')
  const { findHall } = await import('@one-window/shared/halls/halls')
  const [bookings, slots, visitors] = await Promise.all(['bookings', 'slots', 'visitors'].map(everyItem))
  const broken: string[] = []
  const held = new Map<string, number>()
  const live = new Map<string, string[]>()
  const movable = new Set<string>()
  for (const booking of bookings!) {
    const keeps = (holdsPlace as readonly unknown[]).includes(booking.status)
    if (keeps && booking.arrival !== 'other-day') {
      const key = `${booking.hallId} ${booking.date}#${booking.start}`
      held.set(key, (held.get(key) ?? 0) + 1)
    }
    if (booking.status === 'booked') movable.add(`${booking.hallId} ${booking.date}#${booking.start}`)
    if (booking.status !== 'booked' || isOver(booking as { date: string; start: string }, now)) continue
    const person = String(booking.personId)
    live.set(person, [...(live.get(person) ?? []), `${booking.date} ${booking.start} ${booking.bookingId}`])
  }
  for (const slot of slots!) {
    if (!String(slot.slotKey).includes('#')) continue
    const key = `${slot.hallId} ${slot.slotKey}`
    if ((slot.booked ?? 0) !== (held.get(key) ?? 0))
      broken.push(`${key} counts ${slot.booked}, ${held.get(key) ?? 0} hold a place`)
    held.delete(key)
    const hall = findHall(String(slot.hallId))!
    const counter = {
      booked: Number(slot.booked),
      ...(slot.capacity !== undefined && { capacity: Number(slot.capacity) }),
    }
    const most = Math.max(slotCapacity(hall, counter), firstChoiceCapacity(hall, counter))
    // after a cut only those who have already come may be more than the places that stayed
    if (counter.booked > most && movable.has(key))
      broken.push(`${key} has ${counter.booked} people on ${most} places`)
    if (counter.booked < 0) broken.push(`${key} counts below nobody`)
  }
  for (const [key, count] of held) if (count > 0) broken.push(`${key} holds ${count} uncounted`)
  for (const [person, entries] of live) {
    const days = entries.map((entry) => entry.slice(0, 10))
    if (new Set(days).size < days.length) broken.push(`${person} has two on one day`)
    if (entries.length > 2) broken.push(`${person} has ${entries.length} ahead`)
    const known = visitors!.find(({ personId }) => personId === person)
    const remembered = (known?.live as { date: string; start: string; bookingId: string }[] | undefined) ?? []
    for (const entry of entries)
      if (!remembered.some(({ date, start, bookingId }) => `${date} ${start} ${bookingId}` === entry))
        broken.push(`${person} is not remembered with ${entry}`)
  }
  for (const { personId, live: remembered } of visitors!)
    for (const entry of remembered as { bookingId: string; date: string; start: string }[]) {
      const booking = bookings!.find(({ bookingId }) => bookingId === entry.bookingId)
      const stands = booking && ['booked', 'checked-in', 'served'].includes(String(booking.status))
      if (!isOver(entry, now) && !(stands && booking.date === entry.date && booking.start === entry.start))
        broken.push(`${String(personId)} is held back by ${entry.bookingId}`)
    }
  return broken
}
