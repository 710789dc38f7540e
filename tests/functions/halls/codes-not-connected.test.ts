/** Where the mini-program has no credentials. */
import { startLocalApp, type LocalApp } from '../../support/local-app'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())

test('a code to scan says that the feature is off', async () => {
  const clerk = await app.as('window-staff', '周小兰')
  const { status, body } = await clerk.get('/halls/yonghe/code?for=hall')
  expect([status, body.code, body.feature]).toEqual([503, 'feature-off', 'wechat'])
})
