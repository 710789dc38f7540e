import { Role } from '@one-window/shared/foundation/roles'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, applicant } from '../cases/a-case'
import { inserted, itemsOf } from './a-reachable-person'

let app: LocalApp
let clerk: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
})
afterAll(() => app.stop())

/** Lets every message that is still on its way travel: nobody here has a WeChat. */
async function sendAll() {
  const { sendMessages } = await import('../../../functions/notifications/send-message.stream')
  const Records = (await itemsOf('messages')).map(({ personId, messageId }) =>
    inserted({ personId, messageId }),
  )
  const now = new Date('2026-11-24T07:00:00+08:00')
  expect(await sendMessages({ Records }, () => now)).toEqual({ batchItemFailures: [] })
}
let residents = 0
/** A resident whose case is done and waits at the window. */
const aReadyCase = async (by = clerk, hallId = 'yonghe') => {
  const owner = await app.as('resident', `没有微信的人${++residents}`)
  const { caseId } = await aCase(by, ['accept', 'conclude'], { owner, hallId })
  await sendAll()
  return caseId
}
const listOf = async (person = clerk, hallId = 'yonghe') =>
  (await person.get(`/desk/calls?hallId=${hallId}`)).body.calls as { callId: string; caseId: string }[]
const callOf = async (caseId: string) => (await listOf()).find((one) => one.caseId === caseId)

describe('whom the desk calls', () => {
  test('the case that is ready, once; the name masked, nothing else of the person', async () => {
    const caseId = await aReadyCase()
    await sendAll()
    const calls = (await listOf()).filter((one) => one.caseId === caseId)
    expect(calls).toEqual([
      {
        callId: expect.any(String),
        kind: 'case-ready',
        at: '2026-11-23T23:00:00.000Z',
        name: '刘*英',
        title: '办好了',
        body: expect.stringContaining('到大厅窗口领结果'),
        caseId,
        tries: 0,
      },
    ])
    expect(JSON.stringify(calls)).not.toContain(applicant.phone)
  })

  test('who came for the result meanwhile is not called', async () => {
    const caseId = await aReadyCase()
    expect(await callOf(caseId)).toBeDefined()
    await clerk.post(`/desk/cases/${caseId}/issue`)
    expect(await callOf(caseId)).toBeUndefined()
  })

  test('the booking that the hall took back', async () => {
    const owner = await app.as('resident', '被取消的人')
    const { slots } = (await owner.get('/halls/yonghe/slots?from=2026-11-26&days=1')).body
    const { body } = await owner.post('/bookings', {
      slotId: slots[0].slotId,
      serviceId: 'jiuye-kunnan',
      visitor: { name: '欧阳明', phone: '13874740001' },
    })
    const director = await app.as('director', '谢国强')
    const closed = await director.post('/desk/halls/yonghe/closures', {
      ...{ date: '2026-11-26', reason: '停电检修', confirm: true },
    })
    expect(closed.status).toBe(201)
    await sendAll()
    expect(await listOf(director)).toContainEqual(
      expect.objectContaining({
        kind: 'booking-cancelled-by-hall',
        bookingId: body.bookingId,
        name: expect.stringMatching(/^欧.*\*/),
        title: '您11月26日(周四)上午8:30的预约取消了',
      }),
    )
  })

  test('the longest waiting first, fifty at a time', async () => {
    const { callWrite } = await import('../../../functions/notifications/call-store')
    const { transact } = await import('../../../functions/platform/dynamo')
    const { aRow } = await import('../../support/audit')
    for (let n = 0; n < 53; n++) {
      const { write } = callWrite('xinqiao', {
        ...{ personId: 'r_x', messageId: `m${n}`, kind: 'case-ready', title: '题', body: '文', fields: {} },
        at: `2026-11-${String(28 - (n % 28)).padStart(2, '0')}T01:00:00.000Z`,
      })
      await transact([write], await aRow())
    }
    const person = await app.as('window-staff', '新桥的人', 'xinqiao')
    const first = (await person.get('/desk/calls?hallId=xinqiao')).body
    const second = (await person.get(`/desk/calls?hallId=xinqiao&cursor=${first.cursor}`)).body
    expect([first.calls.length, second.calls.length, second.cursor]).toEqual([50, 3, undefined])
    const ats = [...first.calls, ...second.calls].map(({ at }: { at: string }) => at)
    expect(ats).toEqual([...ats].sort())
    expect((await person.get('/desk/calls?hallId=xinqiao&cursor=xx')).body.code).toBe('bad-input')
  })

  test.each(Role.options)('%s', async (role) => {
    const person = await app.as(role)
    const [own, foreign, missing] = [
      await person.get('/desk/calls?hallId=yonghe'),
      await person.get('/desk/calls?hallId=kaiyun'),
      await person.get('/desk/calls?hallId=nowhere'),
    ]
    const may = role === 'window-staff' || role === 'director'
    expect([own.status, foreign.status]).toEqual(may ? [200, 404] : [403, 403])
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
  })
})

describe('a call that was made', () => {
  const done = (callId: string, body: object, key?: string, person = clerk) =>
    person.post(`/desk/calls/${callId}/done`, body, key)

  test('not reached: stands last, with how often; reached: leaves, and cannot be called again', async () => {
    const [first, second] = [await aReadyCase(), await aReadyCase()]
    app.setNow('2026-11-24T09:30:00+08:00')
    const { callId } = (await callOf(first))!
    expect((await done(callId, { outcome: 'not-reached', note: '没人接，下午再打' })).body).toEqual({
      ...{ callId, outcome: 'not-reached', tries: 1 },
    })
    const list = await listOf()
    expect(list.at(-1)).toMatchObject({ callId, tries: 1, lastTriedAt: '2026-11-24T01:30:00.000Z' })
    expect(list.map(({ caseId }) => caseId)).toContain(second)
    expect((await done(callId, { outcome: 'reached' })).body.tries).toBe(2)
    expect(await callOf(first)).toBeUndefined()
    const again = await done(callId, { outcome: 'reached' })
    expect([again.status, again.body.code]).toEqual([409, 'wrong-status'])
    app.setNow('2026-11-24T07:00:00+08:00')
  })

  test('the same request is one call; its key on another is refused; ten at once are ten', async () => {
    const { callId } = (await callOf(await aReadyCase()))!
    const said = { outcome: 'not-reached' }
    const same = await Promise.all(Array.from({ length: 10 }, () => done(callId, said, 'one call')))
    expect(new Set(same.map(({ status, body }) => `${status} ${body.tries}`))).toEqual(new Set(['200 1']))
    const other = await done(callId, { outcome: 'reached' }, 'one call')
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    const many = await Promise.all(Array.from({ length: 10 }, () => done(callId, said)))
    expect(many.map(({ body }) => body.tries).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  test('the note is sealed', async () => {
    const { callId } = (await callOf(await aReadyCase()))!
    await done(callId, { outcome: 'not-reached', note: '是他女儿接的' })
    const kept = (await itemsOf('calls')).find((one) => one.callId === callId)
    expect(kept?.note).toMatch(/^(g1|s1)\./)
    expect(JSON.stringify(await itemsOf('calls'))).not.toContain('女儿')
  })

  test("another hall's call and a missing one are the same answer", async () => {
    const { callId } = (await callOf(await aReadyCase()))!
    const stranger = await app.as('window-staff', '别处的人', 'kaiyun')
    const [foreign, missing] = await Promise.all(
      [callId, 'nothing'].map((id) => done(id, { outcome: 'reached' }, undefined, stranger)),
    )
    expect([foreign?.status, foreign?.body.code]).toEqual([404, 'not-found'])
    expect({ ...foreign?.body, instance: '' }).toEqual({ ...missing?.body, instance: '' })
  })
})
