import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'

let app: LocalApp
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp()
  anyone = await app.as()
})
afterAll(() => app.stop())

const ids = (services: { serviceId: string }[]): string[] => services.map(({ serviceId }) => serviceId)

describe('listServices', () => {
  test('the whole catalogue comes in pages of 50, each service once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await anyone.get(`/services${cursor ? `?cursor=${cursor}` : ''}`)
      expect(body.total).toBe(125)
      expect(body.services.length).toBeLessThanOrEqual(50)
      seen.push(...ids(body.services))
      cursor = body.cursor
    } while (cursor)
    expect(new Set(seen).size).toBe(125)
  })

  test.each([
    ['房子漏雨怎么办', '农村危房改造'],
    ['dibao', '申请低保'],
    ['低保', '申请低保'],
  ])('%s finds %s among the first three', async (query, plainName) => {
    const { body } = await anyone.get(`/services?query=${encodeURIComponent(query)}`)
    expect(body.services.slice(0, 3).map((row: { plainName: string }) => row.plainName)).toContain(plainName)
  })

  test.each([
    ['domain=民政', (row: { domain: string }) => row.domain === '民政'],
    ['handling=immediate', (row: { handlingType: string }) => row.handlingType === 'immediate'],
    ['village=true', (row: { village: boolean }) => row.village],
    ['audience=legal', (row: { audience: string[] }) => row.audience.includes('legal')],
  ])('filters by %s', async (filter, fits) => {
    const { body } = await anyone.get(`/services?${encodeURI(filter)}`)
    expect(body.services.length).toBeGreaterThan(0)
    expect(body.services.every(fits)).toBe(true)
    expect(body.total).toBeLessThan(125)
  })

  test.each([
    ['domain=不存在', 400, 'bad-input'],
    ['handling=slow', 400, 'bad-input'],
    ['cursor=-1', 400, 'bad-input'],
    ['query=a&query=b', 400, 'bad-input'],
    [`query=${'很'.repeat(101)}`, 400, 'bad-input'],
    ['hallId=nowhere', 404, 'not-found'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await anyone.get(`/services?${encodeURI(query)}`)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test('reads nothing from the database and is not sent twice', async () => {
    const first = await anyone.get('/services')
    expect(first.headers.get('consumed-units')).toBe('read=0;write=0')
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    const again = await fetch(`${app.url}/api/services`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })
})

describe('viewService', () => {
  test('answers a guide whole, from no table', async () => {
    const { body: list } = await anyone.get(`/services?query=${encodeURIComponent('低保')}`)
    const answer = await anyone.get(`/services/${list.services[0].serviceId}`)
    expect(answer.body).toMatchObject({ plainName: list.services[0].plainName, questions: expect.any(Array) })
    expect(answer.headers.get('consumed-units')).toBe('read=0;write=0')
    expect(answer.headers.get('etag')).toMatch(/^"/)
  })

  test('an unknown guide is not found', async () => {
    expect((await anyone.get('/services/nothing-like-that')).status).toBe(404)
  })
})

test('viewSearchIndex carries what an offline search needs', async () => {
  const { body } = await anyone.get('/search-index')
  expect(body.services).toHaveLength(125)
  expect(body.index.version).toBe(body.version)
})
