import { aRow } from '../../support/audit'
import { startLocalApp, type LocalApp } from '../../support/local-app'

let app: LocalApp
let notify: typeof import('../../../functions/notifications/public')
let by: ReturnType<(typeof import('../../../functions/platform/audit'))['bySystem']>
let transact: (typeof import('../../../functions/platform/dynamo'))['transact']
beforeAll(async () => {
  app = await startLocalApp()
  notify = await import('../../../functions/notifications/public')
  by = (await import('../../../functions/platform/audit')).bySystem(
    'test',
    new Date('2026-11-24T07:00:00+08:00'),
  )
  transact = (await import('../../../functions/platform/dynamo')).transact
})
afterAll(() => app.stop())

const told = (personId: string, at: string, about: string) => ({
  fields: { thing1: '有人在处理' },
  personId,
  about,
  kind: 'follow-up-opened' as const,
  at,
  title: '有人在处理',
  body: about,
})

describe('my messages', () => {
  test('newest first, mine only, at most 20, told twice is once', async () => {
    const [me, other] = await Promise.all([app.as('resident', '甲'), app.as('resident', '乙')])
    for (let n = 0; n < 22; n++)
      await notify.saveMessage(
        told(me.personId, `2026-11-${10 + (n % 12)}T0${n % 10}:00:00.000Z`, `第${n}条`),
        by,
      )
    await notify.saveMessage(told(me.personId, '2026-11-21T09:00:00.000Z', '最后'), by)
    await transact([notify.messageWrite(told(me.personId, '2026-11-21T09:00:00.000Z', '最后'))], await aRow())
    await transact(
      [notify.messageWrite(told(other.personId, '2026-11-22T09:00:00.000Z', '别人的'))],
      await aRow(),
    )
    const { status, body } = await me.get('/messages')
    expect(status).toBe(200)
    const ats = body.messages.map(({ at }: { at: string }) => at)
    expect(ats).toHaveLength(20)
    expect(ats).toEqual([...ats].sort().reverse())
    expect(body.messages.filter((one: { body: string }) => one.body === '最后')).toHaveLength(1)
    expect(JSON.stringify(body)).not.toContain('别人的')
    expect(Object.keys(body.messages[0]).sort()).toEqual(['at', 'body', 'kind', 'messageId', 'title'])
  })

  test('a year later it is gone, though the database still has it', async () => {
    const me = await app.as('resident', '丙')
    await notify.saveMessage(told(me.personId, '2025-11-24T00:00:00.000Z', '去年的'), by)
    app.setNow('2026-11-23T23:00:00Z')
    expect((await (await app.as('resident', '丙')).get('/messages')).body.messages).toHaveLength(1)
    app.setNow('2026-11-24T00:00:01Z')
    expect((await (await app.as('resident', '丙')).get('/messages')).body.messages).toHaveLength(0)
    app.setNow('2026-11-24T07:00:00+08:00')
  })

  test('staff have none', async () => {
    expect((await (await app.as('window-staff')).get('/messages')).status).toBe(403)
  })
})
