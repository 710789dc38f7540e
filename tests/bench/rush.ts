/** Ten thousand people on one slot of forty places, and the server killed in the middle of it. */
import { inFlight, openSlots, quantile, startGround, type Ground, type Reply } from './ground'
import { rawDatabase } from './raw-transaction'

const ATTEMPTS = 10_000
const IN_FLIGHT = 200
const PLACES = 40
const KILL_AFTER = 4_000
const visitor = { name: '刘桂英', phone: '13812345678' }

export async function run(print: (line: object) => void): Promise<void> {
  const ground = await startGround()
  const raw = rawDatabase(ground.endpoint)
  try {
    const [first, second] = await openSlots(ground, 'yonghe')
    const director = await ground.token('director', 'director', ['yonghe'])
    await rush(ground, director, first!, false, print)
    await rush(ground, director, second!, true, print)
    const names = Array.from({ length: ATTEMPTS }, (_, i) => `rush-${i}`)
    const started = performance.now()
    const sent = await inFlight(IN_FLIGHT, names, (name) =>
      raw.book({ hallId: 'raw', slotKey: 'rush' }, PLACES, name),
    )
    print({
      what: 'the same transaction sent raw, without asking first',
      attempts: ATTEMPTS,
      inFlight: IN_FLIGHT,
      booked: sent.filter(Boolean).length,
      perSecond: Math.round(ATTEMPTS / ((performance.now() - started) / 1000)),
    })
  } finally {
    raw.close()
    await ground.stop()
  }
}

/** One rush; with `kill`, the server dies in the middle, is started again, and everybody insists with the same key. */
async function rush(
  ground: Ground,
  director: string,
  slotId: string,
  kill: boolean,
  print: (line: object) => void,
): Promise<void> {
  const { body } = await ground.get('/services')
  const serviceId = (body.services as { serviceId: string }[])[0]!.serviceId
  await ground.post(`/desk/slots/${slotId}/capacity`, director, { capacity: PLACES })
  const tokens = await Promise.all(
    Array.from({ length: ATTEMPTS }, (_, i) => ground.token('resident', `${slotId}-${i}`)),
  )
  let answered = 0
  let restarted: Promise<void> | undefined
  let lost = 0
  const waits: number[] = []
  const insist = async (token: string, place: number): Promise<Reply> => {
    for (;;) {
      await restarted
      const from = performance.now()
      try {
        const reply = await ground.post('/bookings', token, { slotId, serviceId, visitor }, `rush ${place}`)
        waits.push(performance.now() - from)
        return reply
      } catch {
        lost += 1
      }
    }
  }
  const started = performance.now()
  const replies = await inFlight(IN_FLIGHT, tokens, async (token, place) => {
    const reply = await insist(token, place)
    answered += 1
    // the first time while places are still being taken, so that bookings under way are cut
    if (kill && (answered === PLACES / 2 || answered === KILL_AFTER))
      await (restarted = ground.killServer().then(() => ground.startServer()))
    return reply
  })
  const seconds = (performance.now() - started) / 1000
  const winners = replies.flatMap((reply, place) => (reply.status === 201 ? [place] : []))
  const kept = await inFlight(20, winners, async (place) => {
    const mine = await ground.get('/bookings', tokens[place]!)
    const [booking, ...more] = mine.body.bookings as { bookingId: string }[]
    return more.length === 0 && booking?.bookingId === replies[place]!.body.bookingId
  })
  const desk = await ground.get(`/desk/bookings?hallId=yonghe&date=${dayOf(slotId)}`, director)
  const stored = (desk.body.bookings as { slotId: string; status: string }[]).filter(
    (booking) => booking.slotId === slotId && booking.status === 'booked',
  ).length
  const full = replies.filter(({ status, body }) => status === 409 && body.code === 'slot-full').length
  const fives = replies.filter(({ status }) => status >= 500).length
  print({
    what: kill ? 'the server killed twice with kill -9 and started again' : 'undisturbed',
    attempts: ATTEMPTS,
    inFlight: IN_FLIGHT,
    places: PLACES,
    booked: winners.length,
    stored,
    slotFull: full,
    otherAnswers: ATTEMPTS - winners.length - full,
    serverErrors: fives,
    requestsCut: lost,
    bookingsLost: kept.filter((found) => !found).length,
    seconds: Number(seconds.toFixed(1)),
    perSecond: Math.round(ATTEMPTS / seconds),
    p50Ms: Math.round(quantile(waits, 0.5)),
    p99Ms: Math.round(quantile(waits, 0.99)),
    ok:
      winners.length === PLACES &&
      stored === PLACES &&
      full === ATTEMPTS - PLACES &&
      kept.every(Boolean) &&
      (!kill || lost > 0),
  })
}

const dayOf = (slotId: string): string => {
  const [, day = ''] = slotId.split('.')
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
}
