/** The table of items in and out: what is exported, read on trial, confirmed once. */
import { createHash, randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { unzipSync } from 'fflate'
import { halls } from '@one-window/shared/halls/halls'
import { everyItem } from '../../support/bookings'
import { startLocalApp, type LocalApp } from '../../support/local-app'
import { builtInRows, changedRows, newRow, uploaded, workbook } from './a-table'
import { aDraft, approve, aSentDraft, seenGuide, source, written } from './a-guide'

const MORNING = '2026-11-24T09:00:00+08:00'
let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
beforeEach(() => app.setNow(MORNING))
afterAll(() => app.stop())

type Rows = Parameters<typeof workbook>[0]

let used = 0
/** A hall that no test has touched, and its director and leader. */
async function aHall() {
  const { hallId } = halls[used++]!
  const director = await app.as('director', '陈国华', hallId)
  const leader = await app.as('leader', '刘志高', hallId)
  const imports = `/desk/halls/${hallId}/catalogue/imports`
  return {
    ...{ hallId, director, leader, imports },
    tried: async (rows: Rows) => {
      const fileId = await uploaded(director, await workbook(rows), hallId)
      return { fileId, answer: await director.post(imports, { fileId }) }
    },
    confirmed: (fileId: string, checkId: string, key?: string) =>
      director.post(
        `/desk/halls/${hallId}/catalogue/imports/confirm`,
        { fileId, checkId, effectiveFrom: '2026-12-01', source },
        key,
      ),
    drafts: async () => (await everyItem('guide-versions')).filter(({ owner }) => owner === hallId),
  }
}

/** How the whole database stands: one fingerprint a table. */
const dump = async (): Promise<Record<string, string>> => {
  const { tables } = await import('../../../functions/platform/dynamo')
  const all: Record<string, string> = {}
  for (const id of tables.keys()) {
    const items = (await everyItem(id)).map((item) => inspect(item, { sorted: true, depth: null }))
    all[id] = createHash('sha256').update(items.sort().join('\n')).digest('hex')
  }
  return all
}

test('what is exported reads back as nothing changed, and text stays text whatever it begins with', async () => {
  const { hallId, director, leader, imports } = await aHall()
  const payloads = [
    '=1+1',
    '+86 734',
    '-备注',
    '@SUM(A1)',
    '\tTAB',
    '=HYPERLINK("http://x","y")',
    'constructor',
  ]
  const services = [
    'fenhu',
    'gaoling-jintie',
    'yibao-canbao',
    'shiye-dengji',
    'guangrongpai',
    'tudi-liuzhuan',
    'junshu-fuxu',
  ]
  for (const [at, remark] of payloads.entries())
    await approve(leader, await aSentDraft(director, services[at]!, { remark }, { hallId }), hallId)
  const { body } = await director.get(`/desk/halls/${hallId}/catalogue`)
  expect(body.name).toBe('进驻事项表2026-11-24.xlsx')
  const file = Buffer.from(body.table, 'base64')
  const { readSheet } = await import('../../../functions/catalogue/spreadsheet')
  const rows = await readSheet(file)
  expect(rows).toHaveLength(126)
  expect(rows[0]).toEqual((await builtInRows())[0])
  const remarks = rows.slice(1).map((row) => row[19])
  for (const payload of payloads) expect(remarks).toContain(payload.trim())
  const sheet = Buffer.from(unzipSync(file)['xl/worksheets/sheet1.xml']!).toString()
  expect(sheet).not.toContain('<f>')
  const answer = await director.post(imports, { fileId: await uploaded(director, file, hallId) })
  expect(answer.body).toMatchObject({
    problems: [],
    counts: { fresh: 0, changed: 0, unchanged: 125, missing: 0 },
  })
})

test('reading on trial lists every problem by row and column, and changes nothing', async () => {
  const { director, hallId, imports, tried, confirmed, drafts } = await aHall()
  const rows = await changedRows({
    'gaoling-jintie': { 承诺时限: 25, 省平台承诺时限: 20 },
    'dibao-shenqing': { 办件类型: '即办件', 承诺时限: 0, '审批层级(乡/县)': '乡' },
    fenhu: { 事项编码: '11430423MB0000001Y', 办件频次: '有时', 生效日期: '2026-06-31' },
    'hukou-qianru': { 事项编码: '11430423MB0000001Y', 生效日期: '２０２６－１２－０５' },
    'geti-zhizhao': { 事项编码: 1.3112800001e10, 生效日期: 46204 },
    'yibao-canbao': { 生效日期: new Date(Date.UTC(2027, 0, 4)), 备注: '元旦后' },
  })
  const last = rows.at(-1)!
  const fileId = await uploaded(
    director,
    await workbook([...rows, ['', ...last.slice(1)], ['', '某某办', '民政']]),
    hallId,
  )
  const before = await dump()
  const answer = await director.post(imports, { fileId })
  expect(await dump()).toEqual(before)
  const { problems, warnings, counts } = answer.body
  const rowOf = (name: string) => rows.findIndex((row) => row[4] === name) + 1
  const at = (name: string, column: string) =>
    problems
      .filter((one: { row: number; column: string }) => one.row === rowOf(name) && one.column === column)
      .map(({ message }: { message: string }) => message)
  const named = async (id: string) => (await written(director, id, hallId)).name
  expect(at(await named('gaoling-jintie'), '承诺时限')[0]).toMatch(/省平台承诺20天/)
  expect(at(await named('dibao-shenqing'), '办件类型')[0]).toMatch(/最多2步，现在有5步/)
  expect(at(await named('fenhu'), '生效日期')).toEqual(['没有“2026-06-31”这一天，请按 2026-11-28 这样写'])
  expect(at(await named('fenhu'), '办件频次')[0]).toMatch(/^只能写高频事项/)
  expect(at(await named('hukou-qianru'), '事项编码')[0]).toMatch(/^编码和第\d+行一样/)
  expect(at(await named('hukou-qianru'), '生效日期')).toEqual([])
  expect(at(await named('geti-zhizhao'), '事项编码')[0]).toMatch(/^编码成了数字/)
  expect(at(await named('geti-zhizhao'), '生效日期')).toEqual(['生效日已经过去，请改成今天或以后'])
  expect(problems).toContainEqual({
    row: rows.length + 1,
    column: '事项名称',
    message: expect.stringMatching(`和第${rows.length}行是同一件事`),
  })
  expect(problems).toContainEqual({ row: rows.length + 2, column: '事项名称', message: '请填这一项' })
  expect(warnings.every(({ row }: { row: number }) => row > 0)).toBe(true)
  expect(counts.changed).toBe(1)
  const { fileId: wrong } = await tried(rows)
  const { checkId } = (await director.post(imports, { fileId: wrong })).body
  const refused = await confirmed(wrong, checkId)
  expect([refused.status, refused.body.code]).toEqual([409, 'table-has-problems'])
  expect(await drafts()).toEqual([])
})

test('confirming writes a draft for each change, once, whoever sends it again', async () => {
  const { director, hallId, tried, confirmed, drafts } = await aHall()
  const rows = await changedRows({
    'gaoling-jintie': { 承诺时限: 20, 省平台承诺时限: 22 },
    'hukou-qianru': { 备注: '派出所配合', 生效日期: '2026年12月5日' },
  })
  const fresh = newRow('抗旱机井补助申领')
  const head = rows[0] as string[]
  const more = head.map((name) => fresh[1]![fresh[0]!.indexOf(name)] ?? null)
  const { fileId, answer } = await tried([...rows, more])
  expect(answer.body.problems).toEqual([])
  expect(answer.body.counts).toEqual({ fresh: 1, changed: 2, unchanged: 123, missing: 0 })
  const words = answer.body.changes.flatMap((row: { differences: { name: string }[] }) =>
    row.differences.map(({ name }) => name),
  )
  expect(words).toEqual(expect.arrayContaining(['承诺时限', '省平台承诺时限', '备注']))

  const { checkId } = answer.body
  const key = randomUUID()
  const [one, same, other] = [
    await confirmed(fileId, checkId, key),
    await confirmed(fileId, checkId, key),
    await confirmed(fileId, checkId),
  ]
  expect([one, same, other].map(({ status, body }) => [status, body])).toEqual(
    Array(3).fill([200, { drafted: 3, left: 0 }]),
  )
  const written = await drafts()
  expect(written).toHaveLength(3)
  expect(written.every(({ state, author }) => state === 'draft' && author === director.personId)).toBe(true)
  expect((await seenGuide(director, 'hukou-qianru', hallId)).open.told.effectiveFrom).toBe('2026-12-05')
  const { told, service } = (await seenGuide(director, 'gaoling-jintie', hallId)).open
  expect([told.effectiveFrom, service.promisedDays, service.provincePromisedDays]).toEqual([
    '2026-12-01',
    20,
    22,
  ])
  // the drafts stand in the way of another table until they are dealt with
  const { answer: next } = await tried(rows)
  expect(next.body.problems.map(({ message }: { message: string }) => message)).toEqual(
    Array(2).fill('这件事有一份草稿或待批准的没办完，请先处理它，再导入'),
  )
})

test('what changed meanwhile refuses the confirmation, and nothing is written', async () => {
  const { director, hallId, imports, tried, confirmed, drafts } = await aHall()
  const { fileId, answer } = await tried(await changedRows({ 'gaoling-jintie': { 备注: '每月' } }))
  const { checkId } = answer.body
  const draft = await aDraft(director, 'fenhu', { limitNote: '三天' }, { hallId })
  const refused = await confirmed(fileId, checkId)
  expect([refused.status, refused.body.code]).toEqual([409, 'changed-meanwhile'])
  await director.post(`/desk/halls/${hallId}/guides/fenhu/withdraw`, { revision: draft.revision })
  expect((await confirmed(fileId, checkId)).body.code).toBe('changed-meanwhile')
  expect(await drafts()).toHaveLength(1)
  const again = (await director.post(imports, { fileId })).body
  app.setNow('2026-11-25T09:00:00+08:00')
  expect((await confirmed(fileId, again.checkId)).body.code).toBe('changed-meanwhile')
})

test('hundreds of rows are written some at a time, and go on where they stopped', async () => {
  const { tried, confirmed, drafts } = await aHall()
  const rows: (string | number)[][] = [newRow('')[0] as string[]]
  for (let n = 0; n < 230; n++) rows.push(newRow(`新事项${n}`)[1] as (string | number)[])
  const { fileId, answer } = await tried(rows)
  const { checkId } = answer.body
  expect([answer.body.counts.fresh, answer.body.counts.missing]).toEqual([230, 125])
  expect((await confirmed(fileId, checkId)).body).toEqual({ drafted: 200, left: 30 })
  expect((await confirmed(fileId, checkId)).body).toEqual({ drafted: 230, left: 0 })
  expect(await drafts()).toHaveLength(230)
}, 30_000)

test('columns: needed, missing, unknown, twice', async () => {
  const { tried } = await aHall()
  const { answer } = await tried([
    ['永和乡进驻事项表'],
    ['事项名称', '办件类型', '颜色', '事项编码', '事项编码', 'constructor '],
    ['分户', '承诺件', '红'],
  ])
  expect(answer.body.problems).toEqual([
    { row: 2, column: '事项编码', message: '这一列有两个，请留一个' },
    { row: 2, column: '承诺时限', message: '缺这一列，请补上' },
  ])
  const unknown = answer.body.warnings.filter(({ message }: { message: string }) => /不认识/.test(message))
  expect(unknown.map(({ column }: { column: string }) => column)).toEqual(['颜色', 'constructor'])
  expect((await tried([['什么都不是']])).answer.body.problems).toHaveLength(1)
})

test('a file that is no table, a file of somebody else and a missing one are refused', async () => {
  const { hallId, director, imports } = await aHall()
  const bytes = Buffer.from('这不是表')
  const unreadable = await director.post(imports, { fileId: await uploaded(director, bytes, hallId) })
  expect([unreadable.status, unreadable.body.code]).toEqual([400, 'table-unreadable'])
  const other = await app.as('director', '另一位主任', hallId)
  const theirs = await uploaded(other, await workbook(newRow('别人的')), hallId)
  for (const fileId of [theirs, randomUUID(), '../../etc/passwd'])
    expect((await director.post(imports, { fileId })).body.code).toBe('not-found')
  const past = { fileId: theirs, checkId: 'x', effectiveFrom: '2026-11-23', source }
  expect((await other.post(`${imports}/confirm`, past)).body.code).toBe('bad-input')
})
