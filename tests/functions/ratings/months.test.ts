/** The months of ratings: counted once, whatever the stream does; published once; each figure opens what it counts. longer than 250 lines: one set of ratings for all of it. */
import { inflateRawSync } from 'node:zlib'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { indicatorsOf } from '@one-window/shared/ratings/indicators'
import { Figure, type MonthCounts } from '@one-window/shared/ratings/month-sheet'
import { sheetRows } from '@one-window/shared/ratings/sheet-rows'
import { RatingLevel, isPoor, ratingTags } from '@one-window/shared/ratings/rating'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { ratingStreams, type Streams } from '../../support/streams'
import { aCase } from '../cases/a-case'
import { aFollowUp, aPoorRating, step, words } from '../follow-ups/a-follow-up'

const NOW = '2026-11-24T09:00:00+08:00'
let app: LocalApp
let streams: Streams
let owner: Person
let supervisor: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  streams = await ratingStreams(() => new Date(NOW))
})
beforeEach(async () => {
  app.setNow(NOW)
  owner = await app.as('resident', '刘桂英')
  supervisor = await app.as('supervisor', '欧阳静', 'yonghe', { steppedUp: true })
})
afterAll(() => {
  streams.stop()
  return app.stop()
})

const rate = async (level: string, hallId = 'yonghe', more: object = {}) => {
  const { caseId } = await aCase(await app.as('window-staff', '周小兰', hallId), ['accept'], {
    owner,
    hallId,
  })
  const tags = isPoor(level as RatingLevel) ? [ratingTags[level as RatingLevel][0]!.code] : []
  const { status } = await owner.post(`/cases/${caseId}/ratings`, { contact: 1, level, tags, ...more })
  expect(status).toBe(201)
  return caseId
}
const sheet = async (who = supervisor, hallId = 'yonghe', month = '2026-11') =>
  (await who.get(`/oversight/months/${month}?hallId=${hallId}`)).body
const of = (counts: MonthCounts, key: string) => indicatorsOf(counts).find((each) => each.key === key)!
const opened = async (figure: string, hallId = 'yonghe', who = supervisor) => {
  const found: any[] = []
  let cursor = ''
  do {
    const path = `/oversight/months/2026-11/ratings?hallId=${hallId}&figure=${figure}`
    const { body } = await who.get(`${path}${cursor && `&cursor=${cursor}`}`)
    found.push(...body.ratings)
    cursor = body.cursor ?? ''
  } while (cursor)
  return found
}

/** Everything counted anew from what is stored, by nothing but the rules. */
async function fromScratch(hallId: string): Promise<object> {
  const { database, tables } = await import('../../../functions/platform/dynamo')
  const { sumOf } = await import('@one-window/shared/ratings/month')
  const { Items = [] } = await database.send(
    new ScanCommand({ TableName: tables.get('rating-months')!.name, ConsistentRead: true }),
  )
  const lines = Items.filter(({ entry, hallMonth }) => {
    return /^(rated|again)#/.test(entry) && hallMonth === `${hallId}#2026-11`
  })
  const due = Items.filter(
    ({ entry, hallMonth }) => entry.startsWith('due#') && hallMonth === `${hallId}#2026-11`,
  )
  return sumOf([...lines.map(({ counts }) => counts), ...due.map(({ due: { counts } }) => counts)])
}

test('each rating once, by level, channel and name; each figure opens what it counts', async () => {
  const hallId = 'kaiyun'
  const boss = await app.as('supervisor', '监督员', hallId)
  for (const level of RatingLevel.options) await rate(level, hallId, { channel: 'desk-code' })
  await rate('satisfied', hallId, { anonymous: true, channel: 'message' })
  expect(await streams.flow()).toEqual([])
  const month = await sheet(boss, hallId)
  expect(month.counts).toEqual({
    ...{ g5: 1, g4: 2, g3: 1, g2: 1, g1: 1, cases: 6, deskCode: 5, message: 1, anonymous: 1, named: 2 },
  })
  expect([of(month, 'good').count, of(month, 'good').of, month.units]).toEqual([4, 6, 1])
  for (const indicator of indicatorsOf(month))
    for (const { name, count, opens } of [
      ...(indicator.unit === '分' ? [] : [indicator]),
      ...indicator.parts,
    ])
      if (opens && !['due', 'closed', 'in-time'].includes(opens))
        expect([indicator.name, name, (await opened(opens, hallId, boss)).length]).toEqual([
          indicator.name,
          name,
          opens === 'named' ? 2 : opens === 'answered' ? 0 : count,
        ])
  const read = JSON.stringify(await opened('all', hallId, boss))
  for (const trace of [owner.personId, '刘桂英', 'caseId', 'rater', 'servedBy'])
    expect(read).not.toContain(trace)
  // their last days lie in December
  expect((await sheet(boss, hallId, '2026-12')).counts).toEqual({ due: 2 })
})

test('however often and in whatever order records come, counts are what is stored', async () => {
  const hallId = 'xinqiao'
  const boss = await app.as('supervisor', '监督员', hallId)
  let seed = 7
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const { countRatings } = await import('../../../functions/ratings/count-ratings.stream')
  const { countFollowUps } = await import('../../../functions/ratings/count-follow-ups.stream')
  for (let n = 0; n < 12; n++) await rate(RatingLevel.options[Math.floor(random() * 5)]!, hallId)
  const poor = [
    await aFollowUp(app, 'closed', { owner, hallId }),
    await aFollowUp(app, 'rectify', { owner, hallId, anonymous: true }),
    await aFollowUp(app, 'verify', { owner, hallId }),
  ]
  const handler = await app.as('supervisor', 'who handled', hallId)
  await step(handler, poor[2]!, 'exclusion', { kind: 'malicious', words })
  await step(await app.as('inspector', '纪检员', hallId), poor[2]!, 'exclusion/decision', { agreed: true })
  const records = [
    ...(await streams.read('ratings')).map((record) => ({ handle: countRatings, record })),
    ...(await streams.read('follow-ups')).map((record) => ({ handle: countFollowUps, record })),
  ]
  const deliveries = records
    .flatMap((one) => Array.from({ length: 1 + Math.floor(random() * 5) }, () => one))
    .sort(() => random() - 0.5)
  for (let at = 0; at < deliveries.length; at += 7)
    await Promise.all(
      deliveries
        .slice(at, at + 7)
        .map(({ handle, record }) => handle({ Records: [record] } as never, () => new Date(NOW))),
    )
  const { counts } = await sheet(boss, hallId)
  expect(counts).toEqual(await fromScratch(hallId))
  expect(counts).toMatchObject({ cases: 15, excluded: 1, called: 1, satisfied: 1 })
  expect((await opened('excluded', hallId, boss)).map(({ excluded, status }) => [excluded, status])).toEqual([
    [true, 'closed'],
  ])
  expect((await sheet(boss, hallId, '2026-12')).counts).toMatchObject({ closed: 1, inTime: 1 })
})

test('contacts and finished cases come from the audit, a day at a time; counted again they are the same', async () => {
  const hallId = 'baiguo'
  const clerk = await app.as('window-staff', '周小兰', hallId)
  for (const actions of [['accept'], ['accept', 'conclude', 'issue'], ['decline']])
    await aCase(clerk, actions, { hallId })
  const { countContacts } = await import('../../../functions/ratings/count-contacts.job')
  const night = new Date('2026-11-25T00:10:00+08:00')
  await countContacts(night)
  const boss = await app.as('supervisor', '监督员', hallId)
  const counted = { contacts: 4, finished: 2, countedTo: '2026-11-24' }
  expect(await sheet(boss, hallId)).toMatchObject(counted)
  expect(await countContacts(night)).toBe(0)
  expect(await countContacts(new Date('2026-11-28T00:10:00+08:00'))).toBeGreaterThan(0)
  expect(await sheet(boss, hallId)).toMatchObject({ ...counted, countedTo: '2026-11-27' })
})

test('published once on the first; what changes later is the next sheet’s correction', async () => {
  const hallId = 'donghu'
  const { freezeMonth } = await import('../../../functions/ratings/freeze-month.job')
  await rate('satisfied', hallId)
  const made = await aPoorRating(app, { owner, hallId })
  await streams.flow()
  app.setNow('2026-12-01T08:00:00+08:00')
  const first = new Date('2026-12-01T06:30:00+08:00')
  const published = await Promise.all([freezeMonth(first), freezeMonth(first)])
  expect(published.reduce((sum, each) => sum + each)).toBe(12)
  const boss = () => app.as('supervisor', '监督员', hallId)
  const november = await sheet(await boss(), hallId)
  expect(november).toMatchObject({ counts: { g4: 1, g1: 1 }, frozen: { at: first.toISOString() } })
  expect(november.frozen.snapshotId).toMatch(/^PJ202611-/)
  // two persons find in December that it does not count
  const who = await boss()
  await step(who, made, 'triage', { class: 'mistaken', exclusionKind: 'mistaken', words })
  await step(await app.as('inspector', '纪检员', hallId), made, 'exclusion/decision', { agreed: true })
  await streams.flow()
  expect(await sheet(await boss(), hallId)).toEqual(november)
  app.setNow('2027-01-01T08:00:00+08:00')
  await freezeMonth(new Date('2027-01-01T06:30:00+08:00'))
  const december = await sheet(await boss(), hallId, '2026-12')
  expect(december.corrections).toContainEqual({
    month: '2026-11',
    name: '差评率',
    was: '50% 1/2',
    is: '0% 0/1',
  })
  app.setNow('2027-02-01T08:00:00+08:00')
  await freezeMonth(new Date('2027-02-01T06:30:00+08:00'))
  expect((await sheet(await boss(), hallId, '2027-01')).corrections).toEqual([])
})

/** The files of a workbook: a ZIP read by its local headers. */
function unzipped(file: Buffer): Record<string, string> {
  const found: Record<string, string> = {}
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  let at = file.readUInt32LE(end + 16)
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((place) =>
      place === 20 ? file.readUInt32LE(at + place) : file.readUInt16LE(at + place),
    ) as [number, number, number, number]
    const local = file.readUInt32LE(at + 42)
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const raw = file.subarray(data, data + size)
    found[file.toString('utf8', at + 46, at + 46 + name)] = (
      file.readUInt16LE(at + 10) === 8 ? inflateRawSync(raw) : raw
    ).toString('utf8')
    at += 46 + name + extra + comment
  }
  return found
}

describe('the workbook', () => {
  const take = (who: Person, body: object = {}) =>
    who.post('/oversight/months/2026-11/export', { hallId: 'yonghe', reason: '月度通报', ...body })
  test('S54 S55: what the screen shows, no cell a formula, who and when in it, a row, and only after a fresh code', async () => {
    await rate('dissatisfied')
    await streams.flow()
    const { status, body } = await take(supervisor, { reason: '=1+1' })
    expect(status).toBe(200)
    const files = unzipped(Buffer.from(body.file, 'base64'))
    const shared = files['xl/sharedStrings.xml']!
    const texts = [...shared.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text)
    const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name))
    expect(sheets).toHaveLength(2)
    for (const [, xml] of sheets) {
      expect(xml).not.toMatch(/<f[ >]/)
      for (const [cell] of xml.matchAll(/<c [^>]*>/g)) expect(cell).toMatch(/t="s"/)
    }
    const month = await sheet()
    for (const { name, value, share } of sheetRows(month, month.before.at(-2)))
      for (const shown of [name, value, share].filter(Boolean)) expect(texts).toContain(shown)
    expect(texts.filter((text) => text?.startsWith('监督员欧阳静 11月24日(周二)09:00导出'))).toHaveLength(1)
    expect(texts.join()).toContain('用途：=1+1')
    for (const trace of ['刘桂英', '13874740001', owner.personId]) expect(shared).not.toContain(trace)
    const { rows } = (await supervisor.get('/audit?hallId=yonghe&date=2026-11-24')).body
    expect(rows.length).toBeGreaterThan(0)
    const { itemsOf } = await import('../notifications/a-reachable-person')
    expect(await itemsOf('audit')).toContainEqual(
      expect.objectContaining({ action: '导出评价月度表', reason: '=1+1', by: supervisor.personId }),
    )
    expect((await take(await app.as('supervisor', '没验动态码'))).body.code).toBe('step-up-required')
    for (const role of ['window-staff', 'leader', 'inspector', 'admin'] as const)
      expect((await take(await app.as(role, '看看', 'yonghe', { steppedUp: true }))).status).toBe(403)
  })
})

test('every figure is a query on a key; a million ratings of the past cost a sheet no more', async () => {
  const { database, tables } = await import('../../../functions/platform/dynamo')
  const { UpdateCommand } = await import('@aws-sdk/lib-dynamodb')
  for (const month of ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'])
    await database.send(
      new UpdateCommand({
        TableName: tables.get('rating-months')!.name,
        Key: { hallMonth: `guantang#${month}`, entry: 'sheet' },
        UpdateExpression: `SET ${Array.from({ length: 31 }, (_, n) => `s${String(n + 1).padStart(2, '0')} = :n, f${String(n + 1).padStart(2, '0')} = :n`).join(', ')} ADD g5 :many, g4 :many, g3 :many, g2 :many, g1 :many`,
        ExpressionAttributeValues: { ':many': 33_334, ':n': 9999 },
      }),
    )
  const boss = await app.as('supervisor', '监督员', 'guantang')
  const { headers, body } = await boss.get('/oversight/months/2026-11?hallId=guantang')
  expect(of(body, 'good').of).toBe(166_670)
  const read = Number(/read=([\d.]+)/.exec(headers.get('consumed-units') ?? '')?.[1])
  expect(read).toBeGreaterThan(1)
  expect(read).toBeLessThanOrEqual(5)
  for (const figure of Figure.options)
    expect(
      (await boss.get(`/oversight/months/2026-11/ratings?hallId=guantang&figure=${figure}`)).status,
    ).toBe(200)
})

test('what looks like forged praise is on the list in the morning, with why', async () => {
  const hallId = 'futianpu'
  for (let n = 0; n < 5; n++) await rate('very-satisfied', hallId, { tags: ['517'] })
  await streams.flow()
  const { findForged } = await import('../../../functions/ratings/find-forged.job')
  const night = new Date('2026-11-25T01:40:00+08:00')
  await findForged(night)
  await findForged(night)
  const boss = await app.as('supervisor', '监督员', hallId)
  const { found } = (await boss.get(`/oversight/suspicions?hallId=${hallId}&month=2026-11`)).body
  expect(found.map(({ why }: { why: string[] }) => why)).toEqual(
    Array.from({ length: 5 }, () => ['too-fast', 'of-one-person']),
  )
  expect(JSON.stringify(found)).not.toContain(owner.personId)
})

test('the nightly check agrees, makes up what was given up, and says what does not agree', async () => {
  const hallId = 'lingpo'
  const { reconcileRatings } = await import('../../../functions/ratings/reconcile-ratings.job')
  const night = new Date('2026-11-25T02:10:00+08:00')
  await streams.flow()
  const before = await reconcileRatings(night)
  const made = await aPoorRating(app, { owner, hallId })
  await rate('satisfied', hallId)
  // the streams gave both up
  await streams.read('ratings')
  await streams.read('follow-ups')
  const found = await reconcileRatings(night)
  expect(found).toMatchObject({ withoutFollowUp: 0, withoutRating: 0, madeUp: 2 })
  expect(found.uncounted - before.uncounted).toBe(1)
  const again = await reconcileRatings(night)
  expect(again).toEqual({ ...found, madeUp: 0 })
  const { database, tables } = await import('../../../functions/platform/dynamo')
  const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb')
  const Key = { followUpId: made.followUpId }
  await database.send(new DeleteCommand({ TableName: tables.get('follow-ups')!.name, Key }))
  expect((await reconcileRatings(night)).withoutFollowUp).toBe(1)
})

test('a rating code opens its contact for the owner, once, while it lasts', async () => {
  const clerk = await app.as('window-staff', '周小兰')
  const { caseId } = await aCase(clerk, ['accept'], { owner })
  const { ratingCodeOf } = await import('../../../functions/ratings/rating-code')
  const open = async (who: Person) => (await who.get(`/rating-codes/${ratingCodeOf(caseId, 1)}`)).body
  expect(await open(owner)).toEqual({ caseId, contact: 1 })
  expect((await open(await app.as('resident', '别人'))).code).toBe('not-found')
  app.setNow('2026-12-10T09:00:00+08:00')
  expect((await open(owner)).code).toBe('rating-window-over')
  app.setNow(NOW)
  expect((await owner.post(`/cases/${caseId}/ratings`, { contact: 1, level: 'satisfied' })).status).toBe(201)
  expect((await open(owner)).code).toBe('already-rated')
})

test('in the evening whoever was served and has not rated is asked, once', async () => {
  const { askRatings } = await import('../../../functions/ratings/ask-ratings.job')
  const hallId = 'jiangdong'
  const clerk = await app.as('window-staff', '周小兰', hallId)
  const { caseId } = await aCase(clerk, ['accept'], { owner, hallId })
  const rated = await rate('satisfied', hallId)
  await aCase(clerk, ['accept'], { hallId })
  const evening = new Date('2026-11-24T18:40:00+08:00')
  await askRatings(evening)
  expect(await askRatings(evening)).toBe(0)
  const { itemsOf } = await import('../notifications/a-reachable-person')
  const { ratingCodeOf } = await import('../../../functions/ratings/rating-code')
  const asked = (await itemsOf('messages')).filter(
    (one) => one.kind === 'rating-asked' && one.hallId === hallId,
  )
  expect(asked.map(({ ratingCode }) => ratingCode)).toEqual([ratingCodeOf(caseId, 1)])
  expect(asked.map(({ ratingCode }) => ratingCode)).not.toContain(ratingCodeOf(rated, 1))
})
