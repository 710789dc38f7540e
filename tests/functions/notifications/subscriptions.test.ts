import { MessageKind } from '@one-window/shared/notifications/message'
import { askedKinds, asks } from '@one-window/shared/notifications/subscriptions'
import { startLocalApp, type LocalApp } from '../../support/local-app'
import { aReachablePerson } from './a-reachable-person'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
})
afterAll(() => app.stop())

describe('what may be asked for', () => {
  test('each tap asks for at most 3 templates, every one of them known', async () => {
    const { status, body } = await (await app.as()).get('/subscriptions')
    expect(status).toBe(200)
    expect(body.features).toEqual({ wechat: true })
    expect(body.asks).toEqual(asks)
    for (const kinds of Object.values(body.asks as Record<string, string[]>))
      expect(kinds.length).toBeLessThanOrEqual(3)
    expect(body.templates).toEqual(askedKinds.map((kind) => ({ kind, templateId: `template-${kind}` })))
  })
})

describe('consents', () => {
  const say = { accepted: ['booked', 'booking-reminder'], refused: ['booking-cancelled-by-hall'] }

  test('are counted by person and kind; what was refused counts nothing', async () => {
    const [me, other] = [await aReachablePerson(app), await aReachablePerson(app)]
    expect((await me.post('/me/subscriptions', say)).body.left).toEqual({ booked: 1, 'booking-reminder': 1 })
    expect((await me.post('/me/subscriptions', { accepted: ['booked', 'booked'] })).body.left).toEqual({
      booked: 2,
      'booking-reminder': 1,
    })
    expect((await other.post('/me/subscriptions', {})).body.left).toEqual({})
  })

  test('one tap sent 20 times at once is one tap; its key on another tap is refused', async () => {
    const me = await aReachablePerson(app)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => me.post('/me/subscriptions', say, 'one tap')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed'))).toHaveLength(19)
    expect((await me.post('/me/subscriptions', {})).body.left).toEqual({ booked: 1, 'booking-reminder': 1 })
    const other = await me.post('/me/subscriptions', { accepted: ['booked'] }, 'one tap')
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  test('a kind that no tap asks for is not counted; more than 3 at once, or none of ours, is refused', async () => {
    const me = await aReachablePerson(app)
    expect((await me.post('/me/subscriptions', { accepted: ['booking-moved'] })).body.left).toEqual({})
    for (const accepted of [MessageKind.options.slice(0, 4), ['spam']])
      expect((await me.post('/me/subscriptions', { accepted })).body.code).toBe('bad-input')
  })

  test('staff have none', async () => {
    expect((await (await app.as('window-staff')).post('/me/subscriptions', say)).status).toBe(403)
  })
})
