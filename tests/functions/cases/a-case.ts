/** Cases for tests: a walk-in's, or that of a resident who booked. */
import { aRow } from '../../support/audit'
import type { Person } from '../../support/local-app'

export const serviceId = 'jiuye-kunnan'
export const applicant = { name: '刘桂英', phone: '13874740001', idNumber: '430423196001010010' }

let bookings = 0

/** A booking of a resident, put straight into the store: booking itself is tested elsewhere. */
export async function aBooking(resident: Person, hallId = 'yonghe'): Promise<string> {
  const { newBookingWrite } = await import('../../../functions/booking/booking-store')
  const { takePlace } = await import('../../../functions/booking/slot-store')
  const { transact } = await import('../../../functions/platform/dynamo')
  const bookingId = `booking-${++bookings}`
  const time = { slotId: `${hallId}.20261124.0900`, hallId, date: '2026-11-24', start: '09:00', end: '09:30' }
  await transact(
    [
      newBookingWrite({
        bookingId,
        code: '123456',
        status: 'booked',
        ...time,
        serviceId,
        visitor: { name: applicant.name, phone: applicant.phone, relation: 'self' },
        realName: 'none',
        bookedAt: '2026-11-23T01:00:00.000Z',
        personId: resident.personId,
        requests: {},
      }),
      takePlace(time, undefined, 10_000),
    ],
    await aRow(),
  )
  return bookingId
}

/** Receives a case and takes it through the actions; answers the last view of it. */
export async function aCase(
  clerk: Person,
  actions: readonly string[] = [],
  {
    owner,
    hallId,
    ...asked
  }: {
    owner?: Person
    hallId?: string
    serviceId?: string
    applicant?: { name: string }
    materials?: unknown[]
  } = {},
): Promise<{ caseId: string; [member: string]: unknown }> {
  const received = await clerk.post('/desk/cases', {
    serviceId,
    applicant,
    ...asked,
    ...(hallId && { hallId }),
    ...(owner && { bookingId: await aBooking(owner, hallId) }),
  })
  let { body } = received
  if (received.status !== 201) throw new Error(JSON.stringify(body))
  for (const action of actions) {
    const answer = await clerk.post(
      `/desk/cases/${body.caseId}/${action}`,
      action === 'decline' ? { reason: '户口不在本乡' } : {},
    )
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    body = answer.body
  }
  return body
}

/** The actions that lead to each status. */
export const wayTo = {
  received: [],
  accepted: ['accept'],
  declined: ['decline'],
  concluded: ['accept', 'conclude'],
  issued: ['accept', 'conclude', 'issue'],
} as const
