import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { book, brokenPromises, people } from '../../support/bookings'
import { seeded } from '../../support/seeded'

const NOW = '2026-11-24T07:00:00+08:00'
let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())

const HALLS = ['yonghe', 'kaiyun']
const DAYS = ['20261125', '20261126', '20261127']
const STARTS = ['0900', '0930', '1000']

test.each([[11], [12], [13]])(
  'people, clerks and directors at once, seed %i: every promise holds',
  async (seed) => {
    const random = seeded(seed)
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
    const residents = await people(app, 'resident', `random${seed}-`, 12)
    const staff = Object.fromEntries(
      await Promise.all(
        HALLS.map(async (hallId) => [
          hallId,
          {
            clerk: await app.as('window-staff', 'clerk', hallId),
            director: await app.as('director', 'director', hallId),
          },
        ]),
      ),
    ) as Record<string, { clerk: Person; director: Person }>
    const slot = () => `${pick(HALLS)}.${pick(DAYS)}.${pick(STARTS)}`
    const known: string[] = []
    const tally: Record<string, number> = {}
    let keys = 0
    const operation = async (): Promise<void> => {
      const drawn = random()
      const who = pick(residents)
      const bookingId = known.length > 0 ? pick(known) : ''
      const slotId = slot()
      const hallId = slotId.split('.')[0]!
      const key = random() < 0.1 ? `again${pick([1, 2, 3])}` : `${seed}-${keys++}`
      const send = async (): ReturnType<Person['post']> => {
        if (drawn < 0.45 || bookingId === '') return book(who, slotId, key)
        if (drawn < 0.6) return who.post(`/bookings/${bookingId}/cancel`, {}, key)
        if (drawn < 0.8) return who.post(`/bookings/${bookingId}/reschedule`, { slotId }, key)
        if (drawn < 0.88) return staff[hallId]!.clerk.post(`/desk/bookings/${bookingId}/check-in`, {}, key)
        if (drawn < 0.9)
          return staff[hallId]!.director.post(
            `/desk/halls/${hallId}/closures`,
            { date: '2026-11-27', reason: '停电', confirm: true },
            key,
          )
        return staff[hallId]!.director.post(
          `/desk/slots/${slotId}/capacity`,
          { capacity: pick([0, 1, 2, 3, 4]), confirm: true },
          key,
        )
      }
      const { status, body } = await send()
      if (status === 201 && body.code) known.push(body.bookingId)
      const said = status < 300 ? 'done' : String(body.code)
      tally[said] = (tally[said] ?? 0) + 1
    }
    const worker = async (): Promise<void> => {
      for (let i = 0; i < 25; i++) await operation()
    }
    await Promise.all(Array.from({ length: 12 }, worker))
    expect(await brokenPromises(new Date(NOW))).toEqual([])
    expect(tally['our-fault'] ?? 0).toBe(0)
    expect(tally.busy ?? 0).toBe(0)
    expect(tally.done).toBeGreaterThan(25)
  },
  60_000,
)
