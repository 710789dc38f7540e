import { startLocalApp, type LocalApp } from '../../support/local-app'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())

describe('sign in on a local run', () => {
  test('the same text is the same person, another text another', async () => {
    const [first, again, other] = await Promise.all([
      app.as('resident', '刘桂英'),
      app.as('resident', '刘桂英'),
      app.as('resident', '李秀英'),
    ])
    expect(first.personId).toBe(again.personId)
    expect(first.personId).not.toBe(other.personId)
    expect(first.personId).not.toContain('刘')
  })

  test('staff belong to a hall, residents to none', async () => {
    const clerk = await app.as('window-staff', '周小兰', 'kaiyun')
    expect((await clerk.get('/me')).body).toMatchObject({ role: 'window-staff', hallIds: ['kaiyun'] })
    const resident = await app.as('resident')
    expect((await resident.get('/me')).body).toMatchObject({ role: 'resident', hallIds: [] })
  })

  test.each([
    [{ role: 'resident' }, 400, '/person'],
    [{ role: 'mayor', person: 'x' }, 400, '/role'],
  ])('refuses %j', async (body, status, pointer) => {
    const anyone = await app.as()
    const answer = await anyone.post('/local/sign-in', body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body.errors[0].pointer).toBe(pointer)
  })

  test('an unknown hall is not found; no token is not signed in; a changed token is not signed in', async () => {
    const anyone = await app.as()
    expect(
      (await anyone.post('/local/sign-in', { role: 'director', person: 'x', hallId: 'nowhere' })).status,
    ).toBe(404)
    expect((await anyone.get('/me')).body.code).toBe('not-signed-in')
    const { token } = await app.as('resident')
    const changed = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
    const answer = await fetch(`${app.url}/api/me`, { headers: { authorization: `Bearer ${changed}` } })
    expect(answer.status).toBe(401)
  })

  test('an access token of staff is good for 5 minutes, and for 60 s of wrong clocks', async () => {
    app.setNow('2026-11-24T07:00:00+08:00')
    const { token } = await app.as('window-staff')
    const me = async () =>
      (await fetch(`${app.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status
    app.setNow('2026-11-24T07:05:30+08:00')
    expect(await me()).toBe(200)
    app.setNow('2026-11-24T07:06:01+08:00')
    expect(await me()).toBe(401)
    app.setNow('2026-11-24T07:00:00+08:00')
  })
})

describe('the edge', () => {
  test.each([
    ['GET', '/api/nowhere', 404, 'no-such-address'],
    ['POST', '/api/me', 405, 'method-not-allowed'],
  ])('%s %s is %i %s', async (method, path, status, code) => {
    const answer = await fetch(`${app.url}${path}`, { method, ...(method === 'POST' && { body: '{}' }) })
    expect([answer.status, (await answer.json()).code]).toEqual([status, code])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('a broken, polluted or oversized body is refused', async () => {
    const send = (body: string) =>
      fetch(`${app.url}/api/local/sign-in`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      })
    expect((await send('{')).status).toBe(400)
    expect((await send('{"__proto__":{"a":1},"role":"resident","person":"x"}')).status).toBe(400)
    expect((await send('[]')).status).toBe(400)
    expect((await send(JSON.stringify({ role: 'resident', person: 'x'.repeat(70_000) }))).status).toBe(413)
  })

  test('the contract is printed', async () => {
    const printed = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
      openapi: string
      paths: object
    }
    expect(printed.openapi).toBe('3.1.0')
    expect(Object.keys(printed.paths)).toEqual(expect.arrayContaining(['/api/health', '/api/me']))
    expect((await fetch(`${app.url}/api/docs`)).headers.get('content-type')).toContain('text/html')
  })
})
