/** `npm start` as a person meets it: twice, killed, on a taken port, on a damaged file. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../../functions/local/database'
import {
  allGone,
  begin,
  forgetDataFolder,
  leaveMark,
  mark,
  newDataFolder,
  processesOfFolder,
  started,
  stopped,
  withFile,
  type Run,
} from '../support/npm-start'
import { root } from '../support/source-files'

let folder = ''
beforeEach(() => {
  folder = newDataFolder()
})
afterEach(forgetDataFolder)

test('a second start is ready within 5 s and keeps data and sessions; Ctrl-C leaves no process', async () => {
  // the first run builds the app when nobody has
  const first = await started([], true)
  expect(first.said()).toContain(`${first.url}/`)
  expect(first.said()).toContain('周敏 群众')
  expect(first.said()).toMatch(/12 个大厅，125 件事项/)
  const signedIn = await fetch(`${first.url}/api/local/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ role: 'resident', person: '周敏' }),
  })
  const { token } = (await signedIn.json()) as { token: string }
  expect(await stopped(first)).toBe(0)
  expect(processesOfFolder()).toEqual([])
  await withFile(leaveMark)

  const began = Date.now()
  const second = await started([], true)
  expect(Date.now() - began).toBeLessThanOrEqual(5000)
  const me = await fetch(`${second.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  expect(me.status).toBe(200)
  expect(await stopped(second, 'SIGTERM')).toBe(0)
  expect(processesOfFolder()).toEqual([])
  expect((await withFile((client) => client.getItem(mark))).Item).toEqual(mark.Key)
  expect(readdirSync(folder)).not.toContain('run.lock')
}, 400_000)

test('after kill -9 no database is left behind and the next start takes over', async () => {
  const first = await started()
  expect(await stopped(first, 'SIGKILL')).toBe(null)
  expect(existsSync(join(folder, 'run.lock'))).toBe(true)
  expect(await allGone()).toBe(true)
  const second = await started()
  expect((await fetch(`${second.url}/api/health`)).status).toBe(200)
  await stopped(second)
}, 60_000)

describe('one clear line, and nothing lost', () => {
  const lineOf = (run: Run): string => run.said().trim()

  test('a taken port', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    const run = begin(port)
    expect(await run.ended).toBe(1)
    expect(lineOf(run)).toBe(
      `没有启动：端口 ${port} 已被占用：关掉占用它的程序，或换一个端口，如 PORT=${port + 1} npm start`,
    )
    await new Promise((done) => other.close(done))
  })

  test('data that another run uses', async () => {
    const first = await started()
    const second = begin(await freePort())
    expect(await second.ended).toBe(1)
    expect(lineOf(second)).toMatch(
      new RegExp(`^没有启动：数据正由另一个运行\\(进程 ${first.child.pid}\\)使用.*$`),
    )
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200)
    await stopped(first)
  }, 30_000)

  const damage: [string, (file: string) => Buffer][] = [
    ['no database at all', () => Buffer.from('这不是数据库'.repeat(300))],
    [
      'a database with its pages overwritten',
      (file) => {
        const bytes = readFileSync(file)
        return Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 0xa5)])
      },
    ],
    ['a database cut short', (file) => readFileSync(file).subarray(0, 5000)],
  ]
  test.each(damage)(
    'a damaged data file: %s',
    async (_, damaged) => {
      await stopped(await started())
      const file = join(folder, 'one-window.db')
      const bytes = damaged(file)
      writeFileSync(file, bytes)
      const run = begin(await freePort())
      expect(await run.ended).toBe(1)
      expect(lineOf(run)).toBe(
        `没有启动：数据文件 ${file} 坏了，没有动它：有备份就放回去；没有就先把它移走再启动，会建一个新的`,
      )
      expect(readFileSync(file).equals(bytes)).toBe(true)
      expect(await allGone()).toBe(true)
    },
    30_000,
  )

  test('secrets that cannot be read', async () => {
    await stopped(await started())
    writeFileSync(join(folder, 'keys.json'), '{')
    const run = begin(await freePort())
    expect(await run.ended).toBe(1)
    expect(lineOf(run)).toMatch(/^没有启动：.*keys\.json 读不懂了：.*$/)
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe('{')
  }, 30_000)

  test('a port that is none', async () => {
    const env = { ...process.env, PORT: 'eighty' }
    const { status, stderr } = spawnSync(process.execPath, ['functions/start.mjs'], {
      cwd: root,
      env,
      encoding: 'utf8',
    })
    expect([status, stderr.trim()]).toEqual([1, '没有启动：PORT=eighty 不是端口号'])
  })
})

test('--fresh asks first: refused when nobody can answer, done when told', async () => {
  await stopped(await started())
  await withFile(leaveMark)
  const refused = begin(await freePort(), ['--fresh'])
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain('加上 --yes')
  expect((await withFile((client) => client.getItem(mark))).Item).toEqual(mark.Key)

  await stopped(await started(['--fresh', '--yes']))
  const { TableNames } = await withFile((client) => client.listTables({}))
  expect(TableNames).not.toContain('mark')
}, 60_000)

test('app and API on one origin: compressed, kept by their hash, nothing outside the folder', async () => {
  const run = await started()
  const page = await fetch(`${run.url}/`, { headers: { accept: 'text/html' } })
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  const script = /src="\.\/(js\/[^"]+)"/.exec(await page.text())?.[1]
  const code = await fetch(`${run.url}/${script}`, { headers: { 'accept-encoding': 'br' } })
  expect(code.headers.get('content-encoding')).toBe('br')
  expect(code.headers.get('cache-control')).toContain('immutable')
  const etag = code.headers.get('etag') ?? ''
  expect((await fetch(`${run.url}/${script}`, { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await (await fetch(`${run.url}/api/openapi.json`)).json()).openapi).toBe('3.1.0')

  const raw = (path: string): Promise<number> =>
    new Promise((done) =>
      request({ host: '127.0.0.1', port: new URL(run.url).port, path }, (answer) => {
        answer.resume()
        done(answer.statusCode ?? 0)
      }).end(),
    )
  for (const path of [
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/js/..%5c..%5c',
    '/%00',
    '/%',
  ])
    expect([path, await raw(path)]).toEqual([path, 404])
  const lost = await fetch(`${run.url}/somewhere`, { headers: { accept: 'text/html' }, redirect: 'manual' })
  expect([lost.status, lost.headers.get('location')]).toEqual([302, '/'])
  await stopped(run)
}, 30_000)
