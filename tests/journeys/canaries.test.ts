/**
 * Planted personal data goes through the whole product, and is then looked for where it must not be: in answers to
 * others, addresses, logs, the tables in plain text, the bundles. One story: longer than 250 lines.
 */
import { through } from '../functions/cases/a-case'
import { rectified, step, type Made } from '../functions/follow-ups/a-follow-up'
import { readFileSync } from 'node:fs'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { filesIn } from '../support/source-files'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { ratingStreams } from '../support/streams'

const planted = {
  name: '㐂𠮷金丝雀',
  phone: '13899970001',
  idNumber: '430423196402297710',
  openid: 'o-canary-openid-0001',
  text: '金丝雀说窗口让他跑了三趟',
}
const everything = Object.values(planted)

/** One exchange, as the network saw it. */
interface Exchange {
  who: string
  url: string
  sent: string
  answered: string
}
const exchanges: Exchange[] = []
const logged: string[] = []
const written = { out: process.stdout.write, err: process.stderr.write }
const asked = globalThis.fetch

let app: LocalApp
let me: Person
/** Who served, and was rated. */
let rated: Person
let tokens: string[] = []

beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  const { log } = await import('../../functions/platform/log')
  log.setLogLevel('DEBUG')
  for (const stream of [process.stdout, process.stderr])
    stream.write = ((chunk: unknown) => {
      logged.push(String(chunk))
      return true
    }) as typeof stream.write
  globalThis.fetch = async (input, init) => {
    const answer = await asked(input, init)
    const url = String(input instanceof Request ? input.url : input)
    if (url.startsWith(app.url)) {
      const headers = new Headers(init?.headers)
      exchanges.push({
        who: headers.get('authorization')?.slice(7) ?? '',
        url,
        sent: String(init?.body ?? ''),
        answered: await answer.clone().text(),
      })
    }
    return answer
  }
  await theWholeStory()
}, 120_000)
afterAll(async () => {
  globalThis.fetch = asked
  process.stdout.write = written.out
  process.stderr.write = written.err
  await app.stop()
})

const ok = <T extends { status: number; body: unknown }>(answer: T): T => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer
}

/** One resident with everything planted, from the first sign-in to what becomes of a poor rating, seen by everybody. */
async function theWholeStory(): Promise<void> {
  const { noticeVersion } = await import('@one-window/shared/identity/notice')
  const anon = await app.as()
  const signedIn = ok(
    await anon.post('/sign-in/wechat', {
      code: app.wechat.newLoginCode(planted.openid),
      agreed: noticeVersion,
    }),
  ).body
  me = app.holding(signedIn.token)
  tokens = [signedIn.token, signedIn.refreshToken]
  ok(await me.post('/me/phone', { code: app.wechat.newPhoneCode(planted.phone) }))
  ok(await me.post('/me/real-name', { name: planted.name, idNumber: planted.idNumber }))
  const { bookingId } = ok(
    await me.post('/bookings', {
      slotId: 'yonghe.20261124.0900',
      serviceId: 'jiuye-kunnan',
      visitor: { name: planted.name, phone: planted.phone },
    }),
  ).body

  const clerk = await app.as('window-staff', '李秀兰')
  rated = clerk
  ok(await clerk.post(`/desk/bookings/${bookingId}/check-in`))
  ok(
    await clerk.post(`/desk/bookings/${bookingId}/identity`, {
      name: planted.name,
      idNumber: planted.idNumber,
    }),
  )
  const received = ok(
    await clerk.post('/desk/cases', {
      serviceId: 'jiuye-kunnan',
      bookingId,
      applicant: { name: planted.name, phone: planted.phone, idNumber: planted.idNumber },
    }),
  ).body
  const { caseId } = received
  await through(clerk, received, ['accept', 'conclude', 'issue'])
  const { followUp } = ok(
    await me.post(`/cases/${caseId}/ratings`, {
      contact: 1,
      level: 'dissatisfied',
      tags: ['214'],
      text: planted.text,
    }),
  ).body
  const loop = { followUpId: followUp.followUpId as string, caseId, revision: 0 }
  const streams = await ratingStreams(() => new Date('2026-11-24T12:00:00+08:00'))
  const others: Person[] = [anon, await app.as('resident', '别人')]
  for (const role of [
    'window-staff',
    'director',
    'approver',
    'leader',
    'supervisor',
    'inspector',
    'admin',
  ] as const)
    others.push(await app.as(role, `${role} 看看`, 'yonghe', { steppedUp: true }))
  const readers = [...others, clerk, me]
  const during = theLoop(loop, readers)
  for (let turn = await during.next(); !turn.done; turn = await during.next()) {
    await streams.flow()
    for (const who of readers)
      for (const path of [
        `/cases/${caseId}/ratings`,
        '/messages',
        '/oversight/follow-ups?hallId=yonghe&status=open',
        '/oversight/follow-ups?hallId=yonghe&status=closed',
        `/oversight/follow-ups/${loop.followUpId}`,
        `/oversight/dossiers/${loop.followUpId}`,
        '/oversight/tasks?hallId=yonghe',
        '/oversight/months/2026-11?hallId=yonghe',
        '/oversight/months/2026-11/ratings?hallId=yonghe&figure=all',
        '/oversight/suspicions?hallId=yonghe&month=2026-11',
        '/my-ratings',
      ])
        await who.get(path)
  }
  streams.stop()
  for (const who of readers)
    for (const path of [
      '/me',
      '/bookings',
      '/messages',
      '/cases',
      `/bookings/${bookingId}`,
      `/cases/${caseId}`,
      `/cases/${caseId}/ratings`,
      '/desk/bookings?hallId=yonghe&date=2026-11-24',
      '/desk/cases?hallId=yonghe&list=ended',
      '/desk/calls?hallId=yonghe',
      '/desk/lacking?hallId=yonghe',
      '/desk/halls/yonghe/days/2026-11-24',
      '/approvals?hallId=yonghe',
      '/oversight/follow-ups?hallId=yonghe&status=open',
      '/audit?hallId=yonghe&date=2026-11-24',
      '/audit/state?hallId=yonghe',
      '/staff?hallId=yonghe',
    ])
      await who.get(path)
  for (const who of others)
    await who.post('/case-queries', { caseNumber: received.caseNumber, queryCode: received.queryCode })
  // refused, and broken inside: neither the refusal nor the log repeats what was sent
  const wrong = {
    slotId: 'x',
    serviceId: 'x',
    visitor: { name: `${planted.name}\u202e`, phone: `${planted.phone}0` },
  }
  await me.post('/bookings', wrong)
  const { client } = await import('../../functions/platform/dynamo')
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'TransactWriteItemsCommand') throw new Error('broken inside')
      return next(args)
    },
    { step: 'initialize', name: 'broken' },
  )
  const broken = await me.post('/me/real-name', { name: planted.name, idNumber: planted.idNumber })
  client.middlewareStack.remove('broken')
  if (broken.status !== 500) throw new Error('it did not break')
}

/** Everything that may be done after a poor rating, each by whose it is; after each, everybody looks. */
async function* theLoop(loop: Made, readers: readonly Person[]): AsyncGenerator<void> {
  const [, , , director, , , supervisor, inspector] = readers as Person[]
  const words = '当天窗口没有说清楚'
  const acts: (readonly [who: Person, path: string, body: object])[] = [
    [supervisor!, 'triage', { class: 'complex' }],
    [supervisor!, 'callbacks', { outcome: 'reached', satisfied: true, words }],
    [supervisor!, 'extension', { words }],
    [director!, 'extension/decision', { approved: true }],
    [supervisor!, 'verification', { finding: 'true', words, evidence: ['录像'] }],
    [supervisor!, 'transfer', { words, evidence: ['录像'] }],
    [director!, 'rectification', rectified],
    [supervisor!, 'exclusion', { kind: 'mistaken', words }],
    [inspector!, 'exclusion/decision', { agreed: false }],
    [supervisor!, 'report', { words: '改好了，对不住您' }],
    [supervisor!, 'check', { passed: true }],
  ]
  for (const [who, path, body] of acts) {
    await step(who, loop, path, body)
    yield
  }
  ok(await me.post(`/cases/${loop.caseId}/ratings/1/answer`, { solved: false, words }))
  yield
}

const finds = (text: string): string[] => everything.filter((each) => text.includes(each))

test('the story was told: the planted data was sent, and its owner reads it', () => {
  const sent = exchanges.map((each) => each.sent).join('\n')
  for (const each of [planted.name, planted.phone, planted.idNumber, planted.text])
    expect(sent).toContain(each)
  const mine = exchanges.filter(({ who }) => who === me.token).map(({ answered }) => answered)
  expect(mine.join('\n')).toContain(planted.name)
  expect(mine.join('\n')).toContain(planted.text)
})

/** Who handles it, rectifies it or reads the month's ratings reads the words, by these lists alone. */
const mayReadText = ['follow-ups', 'tasks', 'dossiers', 'months/2026-11/ratings']

test('S30 S69 no answer to anybody else has any of it, the supervisor reads what was said and nothing more', () => {
  const leaks = exchanges
    .filter(({ who }) => who !== me.token)
    .flatMap(({ url, answered }) => finds(answered).map((each) => `${each} in ${url.slice(app.url.length)}`))
    .filter(
      (leak) => !mayReadText.some((path) => leak.startsWith(`${planted.text} in /api/oversight/${path}`)),
    )
  expect(leaks).toEqual([])
  expect(exchanges.filter(({ answered }) => answered.includes(planted.text)).length).toBeGreaterThan(10)
})

test('S30 who was rated finds nothing of who rated, nor what was said, in anything they were answered', () => {
  const theirs = exchanges.filter(({ who }) => who === rated.token)
  expect(theirs.length).toBeGreaterThan(100)
  expect(theirs.filter(({ answered }) => finds(answered).length > 0).map(({ url }) => url)).toEqual([])
})

test('S69 no answer to anybody carries a whole phone or ID number', () => {
  // a number of its own: eleven digits inside a random id are nobody's phone
  const whole = exchanges.filter(({ answered }) => /(?<!\w)(1[3-9]\d{9}|\d{17}[\dX])(?!\w)/.test(answered))
  expect(whole.map(({ url }) => url)).toEqual([])
})

test('S70 no address has any of it', () => {
  const urls = exchanges.map(({ url }) => decodeURIComponent(url)).join('\n')
  expect(finds(urls)).toEqual([])
})

test('S71 no line of the log has any of it, nor a token, nor a key; and the log was kept', () => {
  const lines = logged.join('')
  expect(lines).toContain('broken inside')
  const secrets = ['SESSION_SECRET', 'MASTER_KEY', 'DATA_KEYS', 'WECHAT_APP_SECRET'].flatMap(
    (name) => process.env[name] ?? [],
  )
  expect([...finds(lines), ...[...tokens, ...secrets].filter((each) => lines.includes(each))]).toEqual([])
})

test('S02 S64 no table has any of it in plain text, nor the session key of WeChat', async () => {
  const { database, tables } = await import('../../functions/platform/dynamo')
  const leaks: string[] = []
  let items = 0
  for (const { id, name } of tables.values()) {
    const { Items = [] } = await database.send(new ScanCommand({ TableName: name }))
    items += Items.length
    const text = JSON.stringify(Items)
    leaks.push(
      ...[...finds(text), ...(/session_key/i.test(text) ? ['session_key'] : [])].map(
        (each) => `${each} in ${id}`,
      ),
    )
  }
  expect(items).toBeGreaterThan(20)
  expect(leaks).toEqual([])
})

test('S82 no bundle has any of it, nor a secret of this run', () => {
  const secrets = [process.env.SESSION_SECRET, process.env.MASTER_KEY].filter(Boolean) as string[]
  for (const file of filesIn('shared', 'functions', 'miniapp/src').filter((each) =>
    /\.(ts|tsx|json)$/.test(each),
  ))
    expect([
      file,
      ...[...everything, ...secrets].filter((each) => readFileSync(file, 'utf8').includes(each)),
    ]).toEqual([file])
})
