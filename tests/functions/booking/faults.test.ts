import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { book, brokenPromises, people, seenSlot } from '../../support/bookings'
import { seeded } from '../../support/seeded'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())

type Fault = 'conflict' | 'answer lost' | 'never sent' | 'none'
const faults = { count: 0 }
/** Breaks transactions on their way: before the database saw them, or after it kept them. */
async function breakTransactions(choose: () => Fault): Promise<() => void> {
  const { client } = await import('../../../functions/platform/dynamo')
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args)
      const fault = choose()
      if (fault !== 'none') faults.count += 1
      if (fault === 'conflict')
        throw new TransactionCanceledException({
          message: 'conflict',
          $metadata: {},
          CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }, { Code: 'None' }],
        })
      if (fault === 'never sent') throw new Error('ECONNRESET')
      const result = await next(args)
      if (fault === 'answer lost') throw new Error('ECONNRESET')
      return result
    },
    { step: 'initialize', name: 'faults', override: true },
  )
  return () => client.middlewareStack.remove('faults')
}

/** Sends again, with the same key, while the service says it is its own fault. */
async function insist(send: () => ReturnType<Person['post']>) {
  for (;;) {
    const answer = await send()
    if (answer.status < 500) return answer
  }
}

test.each([[1], [2], [3]])(
  'a broken line, seed %i: nobody is told wrong',
  async (seed) => {
    const random = seeded(seed)
    const slotId = `yonghe.2026112${4 + seed}.0900`
    const director = await app.as('director', '主任', 'yonghe')
    await director.post(`/desk/slots/${slotId}/capacity`, { capacity: 10 })
    const rivals = await people(app, 'resident', `faulty${seed}-`, 25)
    const chances: [Fault, number][] = [
      ['conflict', 0.25],
      ['answer lost', 0.4],
      ['never sent', 0.5],
    ]
    const mend = await breakTransactions(() => {
      const drawn = random()
      return chances.find(([, until]) => drawn < until)?.[0] ?? 'none'
    })
    const answers = await Promise.all(rivals.map((rival, i) => insist(() => book(rival, slotId, `key${i}`))))
    mend()
    expect(faults.count).toBeGreaterThan(5)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    expect(answers.filter(({ body }) => body.code === 'slot-full')).toHaveLength(15)
    for (const [i, rival] of rivals.entries())
      expect((await rival.get('/bookings')).body.bookings).toHaveLength(answers[i]!.status === 201 ? 1 : 0)
    expect(await brokenPromises(new Date('2026-11-24T07:00:00+08:00'))).toEqual([])
  },
  60_000,
)

test('an answer lost while cancelling: the place is freed once', async () => {
  const resident = await app.as('resident', 'lost')
  const { bookingId } = (await book(resident, 'kaiyun.20261125.0900')).body
  const mend = await breakTransactions(() => 'answer lost')
  expect((await resident.post(`/bookings/${bookingId}/cancel`, {}, 'c')).status).toBe(500)
  mend()
  const again = await resident.post(`/bookings/${bookingId}/cancel`, {}, 'c')
  expect([again.status, again.body.status]).toEqual([200, 'cancelled'])
  expect((await seenSlot(resident, 'kaiyun.20261125.0900')).left).toBe(2)
})

test('conflicts that do not end are told as busy, never as full', async () => {
  const resident = await app.as('resident', 'unlucky')
  const mend = await breakTransactions(() => 'conflict')
  const answer = await book(resident, 'kaiyun.20261126.0900')
  mend()
  expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([503, 'busy', '2'])
})
