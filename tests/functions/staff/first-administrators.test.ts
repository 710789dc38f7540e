/** The first administrators of a hall: two from outside, all later ones by them. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { codeAt } from './a-clerk'

const MORNING = '2026-11-24T07:00:00+08:00'
const post = (hallId: string) => ({ role: 'admin', hallId, from: '2026-01-01' })

let app: LocalApp
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  anyone = await app.as()
})
afterAll(() => app.stop())

let phones = 0
const codeOf = (): string => app.wechat.newLoginCode(`o-first-${++phones}`.padEnd(28, 'x'))

const invite = async (name: string, ...hallIds: string[]) => {
  const { inviteFirstAdministrator } = await import('../../../functions/staff/first-administrators')
  return (await inviteFirstAdministrator(name, hallIds, new Date(MORNING))) as {
    inviteCode?: string
    refused?: string
  }
}
const bound = async (inviteCode: string | undefined): Promise<Person> => {
  const { body } = await anyone.post('/sign-in/bind', { inviteCode, code: codeOf() })
  const confirmation = { bindTicket: body.bindTicket, totp: codeAt(body.secret, MORNING) }
  return app.holding((await anyone.post('/sign-in/bind/confirm', confirmation)).body.token)
}

test('two and no more, then they invite and confirm; two runs at once are one', async () => {
  const hallId = 'baiguo'
  const together = await Promise.all([invite('甲', hallId), invite('乙', hallId)])
  expect(together.map(({ refused }) => refused).sort()).toEqual(['raced', undefined])
  const codes = [
    together.find(({ refused }) => !refused)?.inviteCode,
    (await invite('乙', hallId)).inviteCode,
  ]
  expect(await invite('丙', hallId)).toEqual({ refused: hallId })
  const [one, other] = [await bound(codes[0]), await bound(codes[1])]
  expect(await invite('丙', hallId, 'kaiyun')).toEqual({ refused: hallId })
  const third = await one.post('/staff', { name: '丙', posts: [post(hallId)] })
  expect(third.body.member.state).toBe('awaiting-second')
  const path = `/staff/${third.body.member.personId}`
  expect((await other.post(`${path}/confirm`, { revision: 0 })).body.inviteCode).toMatch(/^[A-Z2-9]{10}$/)
})

test('when one of two cannot confirm any more, there is a way back', async () => {
  const halls = ['changjiang', 'xinqiao']
  const [one, other] = [
    await bound((await invite('甲', ...halls)).inviteCode),
    await bound((await invite('乙', ...halls)).inviteCode),
  ]
  const { personId } = (await other.get('/me')).body
  const lost = { revision: 1, reason: '手机丢了' }
  expect((await one.post(`/staff/${personId}/reinvite`, lost)).body.member.state).toBe('awaiting-second')
  const third = await bound((await invite('丙', ...halls)).inviteCode)
  expect((await third.post(`/staff/${personId}/confirm`, { revision: 2 })).body.member.state).toBe('invited')
})
