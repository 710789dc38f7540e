import { aRow } from '../../support/audit'
import { Role } from '@one-window/shared/foundation/roles'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase } from '../cases/a-case'

let app: LocalApp
let resident: Person
let tell: (typeof import('../../../functions/follow-ups/tell-resident.stream'))['handler']
let client: (typeof import('../../../functions/platform/dynamo'))['client']
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  tell = (await import('../../../functions/follow-ups/tell-resident.stream')).handler
  client = (await import('../../../functions/platform/dynamo')).client
})
afterAll(() => app.stop())

/** A poor rating given at an instant; answers its follow-up. */
async function poorRating(at: string, hallId: string, more: object = {}) {
  app.setNow(at)
  resident = await app.as('resident', '刘桂英')
  const { caseId } = await aCase(await app.as('window-staff', '周小兰', hallId), ['accept'], {
    ...(hallId === 'yonghe' && { owner: resident }),
  })
  const answer = await resident.post(`/cases/${caseId}/ratings`, {
    contact: 1,
    level: 'very-dissatisfied',
    tags: ['115'],
    ...more,
  })
  expect(answer.status).toBe(201)
  return { caseId, followUp: answer.body.followUp as { followUpId: string } }
}
const list = async (query = '', at = '2026-11-27T18:00:00+08:00') => {
  app.setNow(at)
  return (await app.as('supervisor', '监督员')).get(`/oversight/follow-ups?hallId=yonghe${query}`)
}

describe("the supervisor's list", () => {
  test('what must be done first stands first, with what was said and never who said it', async () => {
    const later = await poorRating('2026-11-26T09:00:00+08:00', 'yonghe', { text: '等了一个多小时' })
    const first = await poorRating('2026-11-24T09:00:00+08:00', 'yonghe', { anonymous: true })
    const { status, body } = await list()
    expect(status).toBe(200)
    expect(body.followUps).toEqual([
      expect.objectContaining({
        followUpId: later.followUp.followUpId,
        finishBy: { day: '2026-12-03' },
        text: '等了一个多小时',
        anonymous: false,
      }),
      {
        followUpId: first.followUp.followUpId,
        status: 'triage',
        openedAt: '2026-11-24T01:00:00.000Z',
        contactBy: { day: '2026-11-25' },
        finishBy: { day: '2026-12-01' },
        hallId: 'yonghe',
        level: 'very-dissatisfied',
        tags: ['115'],
        serviceId: 'jiuye-kunnan',
        serviceName: '就业困难认定',
        contact: 1,
        channel: 'mini-program',
        anonymous: true,
        revision: 0,
      },
    ])
    expect(JSON.stringify(body)).not.toMatch(
      new RegExp([first.caseId, later.caseId, resident.personId, '刘桂英', '刘\\*英', '138'].join('|')),
    )
    expect((await list('&status=closed')).body.followUps).toEqual([])
  })

  test('fifty at a time', async () => {
    const { followUpWrite } = await import('../../../functions/follow-ups/public')
    const { transact } = await import('../../../functions/platform/dynamo')
    for (let n = 0; n < 53; n++)
      await transact(
        [
          followUpWrite({
            followUpId: `f${n}`,
            status: 'triage',
            openedAt: '2026-11-24T01:00:00.000Z',
            contactBy: { day: '2026-11-25' },
            finishBy: { day: `2026-12-${String(28 - (n % 28)).padStart(2, '0')}` },
            hallId: 'xinqiao',
            level: 'dissatisfied',
            tags: ['214'],
            hasText: false,
            serviceId: 'jiuye-kunnan',
            serviceName: '就业困难认定',
            contact: 1,
            channel: 'mini-program',
            anonymous: true,
            ownerId: 'r_x',
            caseId: `c${n}`,
            revision: 0,
            requests: {},
            escalated: {},
          }),
        ],
        await aRow(),
      )
    const supervisor = await app.as('supervisor', '监督员', 'xinqiao')
    const first = (await supervisor.get('/oversight/follow-ups?hallId=xinqiao')).body
    const second = (await supervisor.get(`/oversight/follow-ups?hallId=xinqiao&cursor=${first.cursor}`)).body
    expect([first.followUps.length, second.followUps.length, second.cursor]).toEqual([50, 3, undefined])
    const days = [...first.followUps, ...second.followUps].map(({ finishBy }) => finishBy.day)
    expect(days).toEqual([...days].sort())
  })

  test('a deadline that reaches into a year not announced names the year', async () => {
    await poorRating('2026-12-29T09:00:00+08:00', 'yonghe')
    const { body } = await list('', '2026-12-29T18:00:00+08:00')
    expect(body.followUps.at(-1)).toMatchObject({
      contactBy: { day: '2026-12-30' },
      finishBy: { pendingYear: 2027 },
    })
  })

  test.each(Role.options)('%s', async (role) => {
    app.setNow('2026-11-24T07:00:00+08:00')
    const person = await app.as(role)
    const own = await person.get('/oversight/follow-ups?hallId=yonghe')
    const foreign = await person.get('/oversight/follow-ups?hallId=kaiyun')
    const missing = await person.get('/oversight/follow-ups?hallId=nowhere')
    expect([own.status, foreign.status]).toEqual(role === 'supervisor' ? [200, 404] : [403, 403])
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
  })
})

describe('telling the person who rated', () => {
  const inserted = (followUpId: string, sequenceNumber = '1') => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: sequenceNumber, Keys: { followUpId: { S: followUpId } } },
  })
  const messages = async () => {
    const { body } = await (await app.as('resident', '刘桂英')).get('/messages')
    const all = body.messages as { kind: string; caseId: string; title: string; body: string }[]
    return all.filter(({ kind }) => kind === 'follow-up-opened')
  }

  test('once, however often the record comes', async () => {
    const { caseId, followUp } = await poorRating('2026-11-24T10:00:00+08:00', 'yonghe')
    const records = [inserted(followUp.followUpId, '1'), inserted(followUp.followUpId, '2')]
    expect(await tell({ Records: records })).toEqual({ batchItemFailures: [] })
    expect(await tell({ Records: records })).toEqual({ batchItemFailures: [] })
    expect((await messages()).filter((one) => one.caseId === caseId)).toEqual([
      expect.objectContaining({
        kind: 'follow-up-opened',
        at: '2026-11-24T02:00:00.000Z',
        title: '您的评价有人在查了',
        body: '监督员11月25日(周三)前给您打电话问情况，12月1日(周二)前答复您。',
      }),
    ])
  })

  test('who left no name is not promised a call', async () => {
    const { caseId, followUp } = await poorRating('2026-11-24T10:00:00+08:00', 'yonghe', { anonymous: true })
    await tell({ Records: [inserted(followUp.followUpId)] })
    expect((await messages()).find((one) => one.caseId === caseId)?.body).toBe(
      '监督员12月1日(周二)前查清楚，结果写在您的评价里。',
    )
  })

  test('changes and deletions tell nothing; a record of nothing is passed over', async () => {
    const { caseId, followUp } = await poorRating('2026-11-24T10:00:00+08:00', 'yonghe')
    const answer = await tell({
      Records: [
        { ...inserted(followUp.followUpId), eventName: 'MODIFY' },
        { ...inserted(followUp.followUpId), eventName: 'REMOVE' },
        inserted('gone'),
      ],
    })
    expect(answer).toEqual({ batchItemFailures: [] })
    expect((await messages()).some((one) => one.caseId === caseId)).toBe(false)
  })

  test('what fails is reported and comes again with what follows; the rest of the batch before it is done', async () => {
    const [first, second] = [
      await poorRating('2026-11-24T10:00:00+08:00', 'yonghe'),
      await poorRating('2026-11-24T11:00:00+08:00', 'yonghe'),
    ]
    let puts = 0
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand' && ++puts === 2) throw new Error('injected')
        return next(args)
      },
      { step: 'initialize', name: 'injected' },
    )
    const records = [inserted(first.followUp.followUpId, '7'), inserted(second.followUp.followUpId, '8')]
    const answer = await tell({ Records: records })
    client.middlewareStack.remove('injected')
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '8' }] })
    const told = async () => (await messages()).map(({ caseId }) => caseId)
    expect(await told()).toContain(first.caseId)
    expect(await told()).not.toContain(second.caseId)
    expect(await tell({ Records: records.slice(1) })).toEqual({ batchItemFailures: [] })
    expect(await told()).toContain(second.caseId)
  })
})
