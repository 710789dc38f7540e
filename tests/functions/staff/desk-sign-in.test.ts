/** A PC signs in by the code it shows: the phone lets it in, once. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aBoundClerk, anAdmin } from './a-clerk'

const MORNING = '2026-11-24T07:00:00+08:00'
const at = (minutes: number): string => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()

let app: LocalApp
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  anyone = await app.as()
})
beforeEach(() => app.setNow(MORNING))
afterAll(() => app.stop())

describe('the desk signs in by code', () => {
  const agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36'
  const openTicket = async () => {
    const answer = await fetch(`${app.url}/api/sign-in/desk`, {
      method: 'POST',
      headers: { 'idempotency-key': 'desk', 'user-agent': agent },
      body: '{}',
    })
    return (await answer.json()) as { ticketId: string; secret: string; scene: string; expiresAt: string }
  }
  const collect = ({ ticketId, secret }: { ticketId: string; secret: string }) =>
    anyone.post(`/sign-in/desk/${ticketId}/collect`, { secret })

  test('the phone sees which machine asks and lets it in; the PC has a session of its own, not stepped up', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const ticket = await openTicket()
    expect([ticket.scene.length <= 32, ticket.expiresAt]).toEqual([true, at(2)])
    expect((await collect(ticket)).body).toEqual({ state: 'waiting' })
    const path = `/sign-in/desk/${ticket.ticketId}`
    expect((await clerk.person.get(path)).body.machine).toBe('Windows 电脑上的 Chrome')
    expect((await clerk.person.post(`${path}/confirm`)).status).toBe(200)
    const [first, again] = [await collect(ticket), await collect(ticket)]
    expect([first.body.state, again.body.state]).toEqual(['open', 'open'])
    const pc = app.holding(again.body.session.token)
    const { body } = await pc.get('/me')
    expect([body.personId, body.steppedUpUntil]).toEqual([clerk.personId, undefined])
    expect(body.sessions.map(({ client }: { client: string }) => client).sort()).toEqual(['desk', 'weapp'])
    await clerk.person.post('/session/end')
    expect((await pc.get('/me')).status).toBe(200)
  })

  test('another PC without the secret gets nothing; after two minutes nobody does', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const ticket = await openTicket()
    expect((await collect({ ...ticket, secret: 'guess' })).body.code).toBe('ticket-over')
    await clerk.person.post(`/sign-in/desk/${ticket.ticketId}/confirm`)
    const other = await aBoundClerk(app, { at: MORNING })
    const path = `/sign-in/desk/${ticket.ticketId}`
    expect((await other.person.get(path)).body.code).toBe('ticket-over')
    expect((await other.person.post(`${path}/confirm`)).body.code).toBe('ticket-over')
    app.setNow(at(2.1))
    expect((await collect(ticket)).status).toBe(410)
    expect((await clerk.person.get(path)).body.code).toBe('ticket-over')
  })

  test('a resident signs in on a big screen the same way', async () => {
    const resident = await app.as('resident', '刘桂英')
    const ticket = await openTicket()
    await resident.post(`/sign-in/desk/${ticket.ticketId}/confirm`)
    const { session } = (await collect(ticket)).body
    expect([session.role, session.personId]).toEqual(['resident', resident.personId])
  })

  test('who was dismissed between the scan and the screen stays outside', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const ticket = await openTicket()
    await clerk.person.post(`/sign-in/desk/${ticket.ticketId}/confirm`)
    const admin = await anAdmin(app)
    await admin.post(`/staff/${clerk.personId}/disable`, { revision: 1, reason: '离岗' })
    expect((await collect(ticket)).body.code).toBe('ticket-over')
  })

  test('a ticket opens one session; when that has ended, it opens no other', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const ticket = await openTicket()
    await clerk.person.post(`/sign-in/desk/${ticket.ticketId}/confirm`)
    const answers = await Promise.all([collect(ticket), collect(ticket), collect(ticket)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const pc = app.holding(answers[0]!.body.session.token)
    expect((await pc.get('/me')).body.sessions).toHaveLength(2)
    expect(
      (await (await anAdmin(app)).post(`/staff/${clerk.personId}/sessions/end`, { reason: '丢了' })).body
        .ended,
    ).toBe(2)
    const late = await collect(ticket)
    expect([late.status, late.body.code]).toEqual([410, 'ticket-over'])
    expect((await pc.get('/me')).status).toBe(401)
  })

  test('only a phone lets a PC in: a PC that was let in lets no other in, for as long as it likes', async () => {
    for (const person of [(await aBoundClerk(app, { at: MORNING })).person, await app.as('resident')]) {
      const ticket = await openTicket()
      await person.post(`/sign-in/desk/${ticket.ticketId}/confirm`)
      const pc = app.holding((await collect(ticket)).body.session.token)
      const next = await openTicket()
      const confirmed = await pc.post(`/sign-in/desk/${next.ticketId}/confirm`)
      expect([confirmed.status, confirmed.body.code]).toEqual([403, 'not-allowed'])
      expect((await collect(next)).body).toEqual({ state: 'waiting' })
    }
  })
})
