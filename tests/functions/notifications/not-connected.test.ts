/** Where the mini-program has no credentials: the app is told, and nothing else suffers. */
import { startLocalApp, type LocalApp } from '../../support/local-app'
import { inserted, itemsOf } from './a-reachable-person'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())

test('nothing is asked for', async () => {
  const { status, body } = await (await app.as()).get('/subscriptions')
  expect([status, body]).toEqual([
    200,
    {
      features: { wechat: false },
      templates: [],
      asks: { booking: [], acceptance: [], rating: [], precheck: [] },
    },
  ])
})

test('a message stays in the app; whom it matters to is called', async () => {
  const { saveMessage } = await import('../../../functions/notifications/public')
  const { sendMessages } = await import('../../../functions/notifications/send-message.stream')
  const { bySystem } = await import('../../../functions/platform/audit')
  const me = await app.as('resident', '甲')
  const now = new Date('2026-11-24T07:00:00+08:00')
  for (const kind of ['case-accepted', 'case-ready'] as const)
    await saveMessage(
      {
        ...{ kind, personId: me.personId, hallId: 'yonghe', about: kind, at: now.toISOString() },
        ...{ title: '题', body: '文', fields: { thing1: '题' } },
      },
      bySystem('test', now),
    )
  const records = (await itemsOf('messages')).map(({ personId, messageId }) =>
    inserted({ personId, messageId }),
  )
  expect(await sendMessages({ Records: records }, () => now)).toEqual({ batchItemFailures: [] })
  expect((await itemsOf('messages')).map(({ delivery }) => delivery)).toEqual(['in-app', 'in-app'])
  expect((await itemsOf('calls')).map(({ kind }) => kind)).toEqual(['case-ready'])
  expect((await me.get('/messages')).body.messages).toHaveLength(2)
})
