import { readScene } from '@one-window/shared/halls/scene'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase } from '../cases/a-case'

const IMAGE = '/wxa/getwxacodeunlimit'
let app: LocalApp
let clerk: Person
let owner: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  clerk = await app.as('window-staff', '周小兰')
  owner = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

const codeFor = (query: string, person = clerk, hallId = 'yonghe') =>
  person.get(`/halls/${hallId}/code?${query}`)

describe('a code to scan', () => {
  test.each([
    ['for=hall', { for: 'hall', hallId: 'yonghe' }, '微信扫一扫，在永和乡政务服务中心办事'],
    [
      'for=window&window=2',
      { for: 'window', hallId: 'yonghe', window: 2 },
      '微信扫一扫，永和乡政务服务中心2号窗口',
    ],
  ])('%s', async (query, scene, words) => {
    const { status, body } = await codeFor(query)
    expect(status).toBe(200)
    expect(readScene(body.scene)).toEqual(scene)
    expect(body.words).toBe(words)
    expect(Buffer.from(body.image, 'base64').subarray(1, 4).toString()).toBe('PNG')
  })

  test.each(['for=window', 'for=window&window=3', 'for=rating', 'for=rating&caseId=nothing'])(
    '%s is not there',
    async (query) => {
      const { status, body } = await codeFor(query)
      expect([status, body.code]).toEqual([404, 'not-found'])
    },
  )
  test.each(['for=window&window=0', 'for=window&window=x', 'for=everything', ''])(
    '%j is refused',
    async (query) => {
      expect((await codeFor(query)).body.code).toBe('bad-input')
    },
  )

  test("another hall, and another hall's case, are as if they were not there", async () => {
    const stranger = await app.as('window-staff', '别处的人', 'kaiyun')
    const { caseId } = await aCase(stranger, [], { hallId: 'kaiyun' })
    const bare = ({ status, body }: { status: number; body: object }) => ({ status, ...body, instance: '' })
    const missing = bare(await codeFor('for=hall', clerk, 'nowhere'))
    expect(missing.status).toBe(404)
    expect(bare(await codeFor('for=hall', clerk, 'kaiyun'))).toEqual(missing)
    expect(bare(await codeFor(`for=rating&caseId=${caseId}`))).toEqual(missing)
    expect((await codeFor('for=hall', owner)).status).toBe(403)
  })

  test('when WeChat does not answer, that is said', async () => {
    app.wechat.fail('500', 1, IMAGE)
    const { status, body } = await codeFor('for=hall')
    expect([status, body.code]).toEqual([503, 'wechat-unavailable'])
  })
})

describe('the code of a rating', () => {
  const ratingCode = async (caseId: string): Promise<string> => {
    const scene = readScene((await codeFor(`for=rating&caseId=${caseId}`)).body.scene)
    return scene?.for === 'rating' ? scene.code : ''
  }

  test('opens the case for its owner, again and again; it does not name the case', async () => {
    const { caseId } = await aCase(clerk, ['accept'], { owner })
    const { caseId: other } = await aCase(clerk, ['accept'], { owner })
    const code = await ratingCode(caseId)
    expect(code).toMatch(/^[\w-]{22}$/)
    expect(caseId).not.toBe(code)
    for (let n = 0; n < 2; n++)
      expect(await owner.get(`/rating-codes/${code}`)).toMatchObject({ status: 200, body: { caseId } })
    expect(await ratingCode(other)).not.toBe(code)
    expect(await ratingCode(caseId)).toBe(code)
  })

  test('to everybody else it is a code that does not exist', async () => {
    const { caseId } = await aCase(clerk, ['accept'], { owner })
    const code = await ratingCode(caseId)
    const someone = await app.as('resident', '别人')
    const [foreign, missing, asId] = await Promise.all(
      [code, 'aaaaaaaaaaaaaaaaaaaaaa', caseId].map((each) => someone.get(`/rating-codes/${each}`)),
    )
    expect([foreign?.status, foreign?.body.code]).toEqual([404, 'not-found'])
    expect({ ...foreign?.body, instance: '' }).toEqual({ ...missing?.body, instance: '' })
    expect({ ...asId?.body, instance: '' }).toEqual({ ...missing?.body, instance: '' })
    expect((await clerk.get(`/rating-codes/${code}`)).status).toBe(403)
    expect((await owner.get(`/rating-codes/${caseId}`)).status).toBe(404)
  })
})
