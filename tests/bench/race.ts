/** Races on the last place, and how many bookings of different places go through in a second. */
import { halls } from '@one-window/shared/halls/halls'
import { inFlight, openSlots, quantile, startGround, type Ground } from './ground'
import { rawDatabase, type RawDatabase } from './raw-transaction'

const ROUNDS = 30
const RIVALS = [2, 5, 20]
const PLACES = 272
const CLIENTS = 16
const REPEATS = 5
const visitor = { name: '刘桂英', phone: '13812345678' }

export async function run(print: (line: object) => void): Promise<void> {
  const ground = await startGround()
  const raw = rawDatabase(ground.endpoint)
  try {
    const { body } = await ground.get('/services')
    const serviceId = (body.services as { serviceId: string }[])[0]!.serviceId
    const [hall, ...others] = halls.map(({ hallId }) => hallId)
    await lastPlaces(ground, serviceId, hall!, print)
    const slots = (await Promise.all(others.map((hallId) => openSlots(ground, hallId)))).flat()
    await throughput(ground, raw, serviceId, slots, print)
  } finally {
    raw.close()
    await ground.stop()
  }
}

/** Rounds of people who want the last place of a slot at the same moment. */
async function lastPlaces(
  ground: Ground,
  serviceId: string,
  hallId: string,
  print: (line: object) => void,
): Promise<void> {
  const slots = await openSlots(ground, hallId)
  const director = await ground.token('director', 'director', [hallId])
  const rounds = RIVALS.flatMap((rivals) => Array.from({ length: ROUNDS }, () => rivals))
  const wins: { rivals: number; winners: number; odd: number }[] = []
  for (const [round, rivals] of rounds.entries()) {
    const slotId = slots[round % slots.length]!
    const taken = Math.floor(round / slots.length)
    await ground.post(`/desk/slots/${slotId}/capacity`, director, { capacity: taken + 1 })
    const tokens = await Promise.all(
      Array.from({ length: rivals }, (_, rival) => ground.token('resident', `race-${round}-${rival}`)),
    )
    const replies = await Promise.all(
      tokens.map((token) => ground.post('/bookings', token, { slotId, serviceId, visitor })),
    )
    wins.push({
      rivals,
      winners: replies.filter(({ status }) => status === 201).length,
      odd: replies.filter(({ status, body }) => status !== 201 && body.code !== 'slot-full').length,
    })
  }
  for (const rivals of RIVALS) {
    const of = wins.filter((each) => each.rivals === rivals)
    print({
      rivals,
      rounds: of.length,
      overbooked: of.filter(({ winners }) => winners > 1).length,
      withoutWinner: of.filter(({ winners }) => winners === 0).length,
      otherAnswers: of.reduce((sum, { odd }) => sum + odd, 0),
      ok: of.every(({ winners, odd }) => winners === 1 && odd === 0),
    })
  }
}

/** Bookings of different places, in turn with the same transactions sent raw. */
async function throughput(
  ground: Ground,
  raw: RawDatabase,
  serviceId: string,
  slots: readonly string[],
  print: (line: object) => void,
): Promise<void> {
  const perSecond = { booked: [] as number[], raw: [] as number[] }
  const waits: number[] = []
  const places = slots.flatMap((slotId) => [slotId, slotId])
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const chosen = Array.from({ length: PLACES }, (_, i) => places[(repeat * PLACES + i) % places.length]!)
    const tokens = await Promise.all(chosen.map((_, i) => ground.token('resident', `wide-${repeat}-${i}`)))
    let started = performance.now()
    const done = await inFlight(CLIENTS, chosen, async (slotId, i) => {
      const from = performance.now()
      const { status } = await ground.post('/bookings', tokens[i]!, { slotId, serviceId, visitor })
      waits.push(performance.now() - from)
      return status === 201
    })
    perSecond.booked.push(done.filter(Boolean).length / ((performance.now() - started) / 1000))
    started = performance.now()
    const sent = await inFlight(CLIENTS, chosen, (slotId, i) =>
      raw.book({ hallId: `raw-${repeat}`, slotKey: slotId }, 2, `raw-${repeat}-${i}`),
    )
    perSecond.raw.push(sent.filter(Boolean).length / ((performance.now() - started) / 1000))
  }
  const booked = quantile(perSecond.booked, 0.5)
  const baseline = quantile(perSecond.raw, 0.5)
  const ratio = quantile(
    perSecond.booked.map((each, repeat) => each / perSecond.raw[repeat]!),
    0.5,
  )
  print({
    places: PLACES,
    clients: CLIENTS,
    repeats: REPEATS,
    bookingsPerSecond: Math.round(booked),
    rawPerSecond: Math.round(baseline),
    ratioOfPairs: Number(ratio.toFixed(2)),
    each: perSecond.booked.map(Math.round),
    rawEach: perSecond.raw.map(Math.round),
    p50Ms: Math.round(quantile(waits, 0.5)),
    p99Ms: Math.round(quantile(waits, 0.99)),
    // beside the transaction a request asks who calls, and for slot and person
    ok: booked >= 250 && ratio >= 0.45,
  })
}
