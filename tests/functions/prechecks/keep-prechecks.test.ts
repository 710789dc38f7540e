/** Pre-checks under several hands at once, in lists, and how long they are kept. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { everyItem } from '../../support/bookings'
import { aCleanFile } from '../files/a-file'
import { aDraft, name, sent, serviceId, withPhotos } from './a-precheck'

let app: LocalApp
let me: Person
let clerk: Person
let elsewhere: Person
beforeAll(async () => {
  app = await startLocalApp()
  me = await app.as('resident', '刘桂英')
  clerk = await app.as('window-staff', '周小兰')
  elsewhere = await app.as('window-staff', '外地', 'kaiyun')
})
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))
afterAll(() => app.stop())

const rowsOf = async (fileId: string) => (await everyItem('files')).find((row) => row.fileId === fileId)
const answer = (precheckId: string, answers: object[], key?: string) =>
  clerk.post(`/desk/prechecks/${precheckId}/answer`, { answers }, key)

describe('once, whatever happens', () => {
  test('two windows at once: one answers; the same answer sent again changes nothing', async () => {
    const precheckId = await sent(app, me, 'm1')
    const mates = await Promise.all(['甲', '乙', '丙'].map((mate) => app.as('window-staff', mate)))
    const answers = [{ materialId: 'm1', ok: true }]
    const all = await Promise.all(
      mates.map((who) => who.post(`/desk/prechecks/${precheckId}/answer`, { answers })),
    )
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const again = await sent(app, me, 'm1')
    const before = (await me.get('/messages')).body.messages.length
    const twice = [await answer(again, answers, 'key-1'), await answer(again, answers, 'key-1')]
    expect(twice.map(({ status, headers }) => [status, headers.get('idempotent-replayed')])).toEqual([
      [200, null],
      [200, 'true'],
    ])
    expect((await me.get('/messages')).body.messages).toHaveLength(before + 1)
    expect((await answer(again, [{ materialId: 'm1', ok: false, reason: '不' }], 'key-1')).body.code).toBe(
      'idempotency-key-reused',
    )
  })

  test('sent and taken back at the same time: one of them, and no photo is left without its pre-check', async () => {
    const precheckId = await aDraft(me)
    const [fileId] = await withPhotos(app, me, precheckId, 'm1')
    await Promise.all([
      me.post(`/prechecks/${precheckId}/submit`, { name }),
      me.post(`/prechecks/${precheckId}/withdraw`),
    ])
    const { status } = (await me.get(`/prechecks/${precheckId}`)).body
    const file = await rowsOf(fileId!)
    expect(status === 'submitted' ? file?.of : file).toBe(
      status === 'submitted' ? `precheck:${precheckId}` : undefined,
    )
  })

  test('photos put into two lines at the same time are both there', async () => {
    const precheckId = await aDraft(me)
    const [one, two] = [await aCleanFile(app, me), await aCleanFile(app, me)]
    const put = (materialId: string, fileId: string) =>
      me.post(`/prechecks/${precheckId}/materials/${materialId}`, { fileIds: [fileId] })
    await Promise.all([put('m1', one), put('m2', two)])
    const { lines } = (await me.get(`/prechecks/${precheckId}`)).body
    expect(lines.flatMap(({ files }: any) => files.map(({ fileId }: any) => fileId)).sort()).toEqual(
      [one, two].sort(),
    )
  })
})

describe('lists', () => {
  test('the window’s: longest waiting first, 20 a page for at most 2 read units, masked', async () => {
    const { savePrecheck } = await import('../../../functions/prechecks/precheck-store')
    const { bySystem } = await import('../../../functions/platform/audit')
    for (let n = 0; n < 43; n++) {
      const submittedAt = new Date(Date.UTC(2026, 10, 24, 0, (n * 17) % 43)).toISOString()
      await savePrecheck(
        {
          ...{
            precheckId: `listed-${n}`,
            ownerId: me.personId,
            hallId: 'kaiyun',
            serviceId,
            guideVersion: '1',
            serviceName: '就业困难人员认定',
          },
          ...{
            status: 'submitted',
            createdAt: submittedAt,
            submittedAt,
            waitsAt: 'kaiyun',
            name: '欧阳小妹',
          },
          ...{
            round: 1,
            sent: {},
            attached: [],
            fileCount: 4,
            revision: 0,
            requests: {},
            expiresAt: 2_000_000_000,
          },
        },
        bySystem('test', new Date(submittedAt)),
      )
    }
    const seen: string[] = []
    let cursor = ''
    const sizes: number[] = []
    do {
      const { body, headers } = await elsewhere.get(
        `/desk/prechecks?hallId=kaiyun${cursor && `&cursor=${cursor}`}`,
      )
      // one unit is the session's
      expect(Number(/read=([\d.]+)/.exec(headers.get('consumed-units')!)![1])).toBeLessThanOrEqual(3)
      seen.push(...body.prechecks.map(({ submittedAt }: any) => submittedAt))
      sizes.push(body.prechecks.length)
      expect(body.prechecks[0].name).toBe('欧**妹')
      cursor = body.cursor ?? ''
    } while (cursor)
    expect([sizes, seen]).toEqual([[20, 20, 3], [...seen].sort()])
    expect((await elsewhere.get('/desk/prechecks?hallId=kaiyun&cursor=nonsense')).status).toBe(400)
  })

  test('one’s own, newest first', async () => {
    const somebody = await app.as('resident', '新来的')
    const first = await aDraft(somebody)
    app.setNow('2026-11-24T07:01:00+08:00')
    const second = await sent(app, somebody, 'm1')
    const { prechecks } = (await somebody.get('/prechecks')).body
    expect(prechecks.map(({ precheckId, status }: any) => [precheckId, status])).toEqual([
      [second, 'submitted'],
      [first, 'draft'],
    ])
  })
})

describe('what is kept, and how long', () => {
  test('a draft is gone after 30 days, one that was taken back has no photos', async () => {
    const precheckId = await aDraft(me)
    app.setNow('2026-12-24T06:59:00+08:00')
    expect((await me.get(`/prechecks/${precheckId}`)).status).toBe(200)
    app.setNow('2026-12-24T07:01:00+08:00')
    expect((await me.get(`/prechecks/${precheckId}`)).status).toBe(404)
    app.setNow('2026-11-24T07:00:00+08:00')
    const back = await sent(app, me, 'm1')
    const fileId = (await me.get(`/prechecks/${back}`)).body.lines[0].files[0].fileId
    await me.post(`/prechecks/${back}/withdraw`)
    expect(await rowsOf(fileId)).toBeUndefined()
  })

  test('names and written words are sealed; the row of the audit names neither', async () => {
    const who = await app.as('resident', '㐂的人')
    const precheckId = await aDraft(who)
    await withPhotos(app, who, precheckId, 'm1')
    await who.post(`/prechecks/${precheckId}/submit`, { name: '㐂金丝雀' })
    await answer(precheckId, [{ materialId: 'm1', ok: false, reason: '金丝雀的原因' }])
    const dump = JSON.stringify([
      await everyItem('prechecks'),
      await everyItem('audit'),
      await everyItem('messages'),
    ])
    expect(dump).toContain(precheckId)
    expect(dump).not.toMatch(/金丝雀/)
  })

  test('who leaves takes the pre-checks and their photos along; a copy had them', async () => {
    const leaver = await app.as('resident', '要走的')
    await sent(app, leaver, 'm1', 'm2')
    await aDraft(leaver)
    const { body } = await leaver.post('/me/data/copy')
    expect([body.prechecks.length, body.files.length]).toEqual([2, 2])
    expect((await leaver.post('/me/data/delete')).status).toBe(200)
    for (const table of ['prechecks', 'files'])
      expect(JSON.stringify(await everyItem(table))).not.toContain(leaver.personId)
  })
})
