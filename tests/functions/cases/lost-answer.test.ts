/** The database wrote, and its answer was lost: the SDK asks again, and the caller still gets the one true answer. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aBooking, aCase, applicant, serviceId } from './a-case'

let app: LocalApp
let clerk: Person
let resident: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  resident = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

/** Loses the first answer to each kind of write while `work` runs; tells how many were lost. */
async function losingAnswers<T>(
  command: string,
  work: () => Promise<T>,
): Promise<{ result: T; lost: number }> {
  const { client } = await import('../../../functions/platform/dynamo')
  let lost = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args)
      if (context.commandName !== command || lost > 0) return answer
      lost += 1
      throw Object.assign(new Error('answer lost'), { name: 'TimeoutError' })
    },
    { step: 'deserialize', priority: 'high', name: 'lost' },
  )
  try {
    return { result: await work(), lost }
  } finally {
    client.middlewareStack.remove('lost')
  }
}

test('receiving a walk-in', async () => {
  const { result, lost } = await losingAnswers('TransactWriteItemsCommand', () =>
    clerk.post('/desk/cases', { serviceId, applicant }),
  )
  expect([lost, result.status]).toEqual([1, 201])
})

test('receiving for a booking', async () => {
  const bookingId = await aBooking(resident)
  const { result, lost } = await losingAnswers('TransactWriteItemsCommand', () =>
    clerk.post('/desk/cases', { serviceId, applicant, bookingId, again: '试一试' }),
  )
  expect([lost, result.status]).toEqual([1, 201])
  const mine = (await resident.get('/cases')).body.cases
  expect(mine.map(({ caseId }: { caseId: string }) => caseId)).toEqual([result.body.caseId])
})

test('accepting', async () => {
  const { caseId } = await aCase(clerk)
  const { result, lost } = await losingAnswers('TransactWriteItemsCommand', () =>
    clerk.post(`/desk/cases/${caseId}/accept`),
  )
  expect([lost, result.status, result.body.status]).toEqual([1, 200, 'in-review'])
  expect(result.body.events).toHaveLength(2)
})

test('rating', async () => {
  const { caseId } = await aCase(clerk, ['accept'], { owner: resident })
  const { result, lost } = await losingAnswers('TransactWriteItemsCommand', () =>
    resident.post(`/cases/${caseId}/ratings`, { contact: 1, level: 'dissatisfied', tags: ['214'] }),
  )
  expect([lost, result.status, result.body.followUp.status]).toEqual([1, 201, 'triage'])
  expect((await resident.get(`/cases/${caseId}/ratings`)).body.ratings).toHaveLength(1)
})
