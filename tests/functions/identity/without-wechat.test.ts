/** Where no WeChat is connected the app says which feature is off, and everything else goes on. */
import { noticeVersion } from '@one-window/shared/identity/notice'
import { startLocalApp, type LocalApp } from '../../support/local-app'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())

test('signing in by WeChat and its phone number are off; a number that is typed is taken', async () => {
  const anyone = await app.as()
  const me = await app.as('resident', '刘桂英')
  for (const answer of [
    await anyone.post('/sign-in/wechat', { code: 'a code', agreed: noticeVersion }),
    await me.post('/me/phone', { code: 'a code' }),
  ])
    expect([answer.status, answer.body.code, answer.body.feature]).toEqual([503, 'feature-off', 'wechat'])
  expect((await me.post('/me/phone', { phone: '13874740001' })).status).toBe(200)
})

test('a session of a post that has ended meanwhile is not refreshed', async () => {
  const anyone = await app.as()
  const { body } = await anyone.post('/local/sign-in', { role: 'window-staff', person: '轮岗的人' })
  const { changeAccount, findAccount } = await import('../../../functions/identity/account-store')
  const { bySystem } = await import('../../../functions/platform/audit')
  const account = (await findAccount(body.personId))!
  const posts = account.posts!.map((post) => ({ ...post, until: '2026-11-23' }))
  expect(await changeAccount(account, { posts }, bySystem('test', new Date(0)))).toBe(true)
  const refreshed = await anyone.post('/session/refresh', { refreshToken: body.refreshToken })
  expect([refreshed.status, refreshed.body.code]).toEqual([401, 'post-ended'])
  expect((await app.holding(body.token).get('/me')).body.code).toBe('post-ended')
})
