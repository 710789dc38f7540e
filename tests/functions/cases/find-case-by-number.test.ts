/** A case found without signing in: by what stands on the receipt, and by nothing less. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { everyItem } from '../../support/bookings'
import { aCase } from './a-case'

let app: LocalApp
let clerk: Person
let anyone: Person
let owner: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  owner = await app.as('resident', '刘桂英')
  anyone = await app.as()
})
afterAll(() => app.stop())

type Told = { caseId: string; caseNumber: string; queryCode: string }
const received = async (actions: readonly string[] = []) =>
  (await aCase(clerk, actions, { owner })) as unknown as Told
const ask = (caseNumber: string, queryCode: string) => anyone.post('/case-queries', { caseNumber, queryCode })
const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')
const bare = ({ status, body }: { status: number; body: object }) =>
  JSON.stringify([status, { ...body, instance: '' }])

test('tells where it stands and names nobody, however number and code are typed', async () => {
  const { caseNumber, queryCode } = await received(['accept'])
  const plain = await ask(caseNumber, queryCode)
  expect(plain.status).toBe(200)
  expect(plain.body).toEqual({
    caseNumber,
    serviceName: expect.any(String),
    hallName: '永和乡政务服务中心',
    status: 'in-review',
    receivedAt: '2026-11-23T23:00:00.000Z',
    promisedDay: '2026-12-01',
    steps: [
      { step: 'received', at: expect.any(String) },
      { step: 'accepted', at: expect.any(String) },
    ],
  })
  const wide = queryCode.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const typed = ` ${caseNumber.toLowerCase().replace(/^(..)(\d{8})/, '$1 $2-')} `
  expect((await ask(typed, wide)).body).toEqual(plain.body)
})

test('the code is shown to the owner and the desk, to nobody else, and lies in no table', async () => {
  const { caseId, queryCode } = await received()
  expect(queryCode).toMatch(/^\d{6}$/)
  expect((await owner.get(`/cases/${caseId}`)).body.queryCode).toBe(queryCode)
  expect((await (await app.as('director')).get(`/cases/${caseId}`)).body.queryCode).toBe(queryCode)
  expect((await (await app.as('supervisor')).get(`/cases/${caseId}`)).body).not.toHaveProperty('queryCode')
  const stored = (await everyItem('cases')).find((item) => item.caseId === caseId)
  expect(Object.values(stored!)).not.toContain(queryCode)
})

test('S37 a number that is not there and a code that is wrong are the same answer', async () => {
  const { caseNumber, queryCode } = await received()
  const unknown = await ask('YH2026112499990', queryCode)
  expect([unknown.status, unknown.body.code]).toEqual([404, 'not-found'])
  expect(bare(await ask(caseNumber, wrong(queryCode)))).toBe(bare(unknown))
})

test('S37 five wrong tries, then a quarter of an hour for the right one too, whether there is such a case or not', async () => {
  const { caseNumber, queryCode } = await received()
  app.setNow('2026-11-24T10:00:00+08:00')
  for (const number of [caseNumber, 'YH2026112488880']) {
    for (let n = 1; n <= 5; n++) expect((await ask(number, wrong(queryCode, n))).status).toBe(404)
    const { status, body } = await ask(number, queryCode)
    expect([status, body.code]).toEqual([429, 'too-many-tries'])
  }
  app.setNow('2026-11-24T10:14:59+08:00')
  expect((await ask(caseNumber, queryCode)).body.code).toBe('too-many-tries')
  app.setNow('2026-11-24T10:15:01+08:00')
  expect((await ask(caseNumber, queryCode)).status).toBe(200)
  app.setNow('2026-11-24T07:00:00+08:00')
})

const AT_ONCE = 50
/** Asks with so many in flight at any time as one machine's sockets bear. */
async function manyAtOnce<T, A>(of: readonly T[], work: (one: T) => Promise<A>): Promise<A[]> {
  const answers: A[] = []
  for (let from = 0; from < of.length; from += AT_ONCE)
    answers.push(...(await Promise.all(of.slice(from, from + AT_ONCE).map(work))))
  return answers
}

test('S37 a thousand codes: five are looked at', async () => {
  const { caseNumber, queryCode } = await received()
  const codes = Array.from({ length: 1000 }, (_, n) => wrong(queryCode, n + 1))
  const answers = await manyAtOnce(codes, (code) => ask(caseNumber, code))
  const told = (status: number) => answers.filter((answer) => answer.status === status).length
  expect([told(404), told(429)]).toEqual([5, 995])
}, 60_000)

test('S37 five hundred numbers to either side of one’s own, with one’s own code: nothing, and always the same', async () => {
  const { caseNumber, queryCode } = await received()
  // the numbers that other tests tried have rested
  app.setNow('2026-11-24T12:00:00+08:00')
  const [, prefix, digits] = /^([A-Z]+)(\d+)$/.exec(caseNumber)!
  const near = Array.from({ length: 1001 }, (_, n) => n - 500)
    .filter((by) => by !== 0)
    .map((by) => `${prefix}${BigInt(digits!) + BigInt(by)}`)
  const answers = await manyAtOnce(near, (number) => ask(number, queryCode))
  expect(new Set(answers.map(bare)).size).toBe(1)
  expect(answers[0]!.status).toBe(404)
  app.setNow('2026-11-24T07:00:00+08:00')
}, 60_000)

test('who knows the code may look as often as they like', async () => {
  const { caseNumber, queryCode } = await received()
  for (let n = 0; n < 12; n++) expect((await ask(caseNumber, queryCode)).status).toBe(200)
})

test.each([
  ['no number', { caseNumber: ' ', queryCode: '123456' }, '/caseNumber'],
  ['a number without end', { caseNumber: '1'.repeat(41), queryCode: '123456' }, '/caseNumber'],
  ['a short code', { caseNumber: 'YH2026112400010', queryCode: '12345' }, '/queryCode'],
])('S61 %s is refused where it stands', async (_, asked, pointer) => {
  const { status, body } = await anyone.post('/case-queries', asked)
  expect([status, body.errors[0].pointer]).toEqual([400, pointer])
})

test('S38 numbers are told to the owner and the desk alone', async () => {
  const { caseId, caseNumber } = await received(['accept'])
  const stranger = await app.as('resident', '别人')
  for (const path of ['/cases', `/cases/${caseId}`, '/bookings', '/messages', '/halls/yonghe'])
    expect(JSON.stringify((await stranger.get(path)).body)).not.toContain(caseNumber)
})
