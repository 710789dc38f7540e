/** S34: who sees a file and its bytes, what it belongs to, and when it goes. */
import { existsSync } from 'node:fs'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aRow } from '../../support/audit'
import { everyItem } from '../../support/bookings'
import { aCleanFile, aPhoto, aTicket, upload } from './a-file'

let app: LocalApp
let me: Person
let other: Person
let clerk: Person
let elsewhere: Person
let photo: Buffer
beforeAll(async () => {
  app = await startLocalApp()
  me = await app.as('resident', '刘桂英')
  other = await app.as('resident', '别人')
  clerk = await app.as('window-staff', '周小兰')
  elsewhere = await app.as('window-staff', '外地', 'kaiyun')
  photo = await aPhoto()
})
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))
afterAll(() => app.stop())

const rowOf = async (fileId: string) => (await everyItem('files')).find((row) => row.fileId === fileId)

describe('who sees a file', () => {
  const attach = async (fileId: string, of: string) => {
    const { attachWrite, findFiles } = await import('../../../functions/files/public')
    const { transact } = await import('../../../functions/platform/dynamo')
    const [file] = await findFiles([fileId])
    await transact([attachWrite(file!, { of })], await aRow())
  }
  const statuses = (fileId: string) =>
    Promise.all([me, other, clerk, elsewhere].map(async (who) => (await who.get(`/files/${fileId}`)).status))

  test('its uploader; the desk of its hall once it was handed in; nobody else', async () => {
    const fileId = await aCleanFile(app, me)
    expect(await statuses(fileId)).toEqual([200, 404, 404, 404])
    await attach(fileId, 'case:1')
    expect(await statuses(fileId)).toEqual([200, 404, 200, 404])
    const supervisor = await app.as('supervisor')
    expect((await supervisor.get(`/files/${fileId}`)).status).toBe(404)
  })

  test('a link works for 5 minutes, for this object, as it was signed', async () => {
    const { link } = await upload(app, me, photo)
    const get = async (url: string) => (await fetch(app.url + url)).status
    expect(await get(link!.url)).toBe(200)
    expect(await get(link!.url.replace('clean/', 'clean/x'))).toBe(403)
    expect(await get(link!.url.replace('attachment', 'inline'))).toBe(403)
    expect(await get(link!.url.replace('X-Amz-Expires=300', 'X-Amz-Expires=30000'))).toBe(403)
    expect(await get('/local-files/clean/x/y')).toBe(403)
    app.setNow('2026-11-24T07:05:01+08:00')
    expect(await get(link!.url)).toBe(403)
  })

  test('a file is handed in once: of several at the same time one succeeds; of another hall none', async () => {
    const fileId = await aCleanFile(app, me)
    const done = await Promise.allSettled(['case:1', 'case:2', 'precheck:3'].map((of) => attach(fileId, of)))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { attachWrite, findFiles } = await import('../../../functions/files/public')
    const { transact } = await import('../../../functions/platform/dynamo')
    const [file] = await findFiles([await aCleanFile(app, me)])
    const moved = attachWrite({ ...file!, hallId: 'kaiyun' }, { of: 'case:4' })
    await expect(transact([moved], await aRow())).rejects.toThrow()
    const promised = await aTicket(me, photo)
    await expect(attach(promised.fileId, 'case:5')).rejects.toThrow()
  })
})

test('a list to read in is read whole by whoever may have it', async () => {
  const { findFiles, readFile } = await import('../../../functions/files/public')
  const director = await app.as('director')
  const list = Buffer.from('姓名,村\n王小明,三旺村\n')
  const as = {
    purpose: 'table',
    name: '名单.csv',
    type: 'text/csv',
    serviceId: undefined,
    materialId: undefined,
  }
  const { file } = await upload(app, director, list, as)
  const [kept] = await findFiles([file.fileId])
  expect((await readFile(kept!, new Date())).equals(list)).toBe(true)
})

describe('what is not needed goes', () => {
  test('a ticket that was not used after a day, a file that belongs to nothing after 30, its bytes with it', async () => {
    const { forgetExpired } = await import('../../../functions/local/forget-expired')
    const { dropObjects } = await import('../../../functions/files/drop-object.stream')
    const promised = (await aTicket(me, photo)).fileId
    const loose = await aCleanFile(app, me)
    const { key } = (await rowOf(loose))!
    app.setNow('2026-11-25T08:00:00+08:00')
    expect((await me.get(`/files/${promised}`)).status).toBe(404)
    expect((await me.get(`/files/${loose}`)).status).toBe(200)
    await forgetExpired(new Date('2026-12-25T08:00:00+08:00'))
    expect([await rowOf(promised), await rowOf(loose)]).toEqual([undefined, undefined])
    const record = {
      eventName: 'REMOVE',
      dynamodb: { OldImage: { fileId: { S: loose }, key: { S: String(key) } } },
    }
    const kept = () =>
      ['', '-small'].map((part) => existsSync(`${process.env.FILES_FOLDER}/${String(key)}${part}`))
    expect(kept()).toEqual([true, true])
    for (let times = 0; times < 2; times++)
      expect(await dropObjects({ Records: [record] }, new Date())).toEqual({ batchItemFailures: [] })
    expect(kept()).toEqual([false, false])
  })

  test('the name is sealed; when its uploader leaves, what lies in a case stays without them', async () => {
    const { attachWrite, findFiles, forgetFilesOf } = await import('../../../functions/files/public')
    const { transact } = await import('../../../functions/platform/dynamo')
    const { bySystem } = await import('../../../functions/platform/audit')
    const leaver = await app.as('resident', '要走的人')
    const [kept, loose] = [
      await aCleanFile(app, leaver, { name: '㐂桂英.jpg' }),
      await aCleanFile(app, leaver),
    ]
    expect(JSON.stringify(await rowOf(kept))).not.toContain('㐂桂英')
    await transact([attachWrite((await findFiles([kept]))[0]!, { of: 'case:7' })], await aRow())
    const by = bySystem('test', new Date('2026-11-24T07:00:00+08:00'))
    expect(await forgetFilesOf(leaver.personId, by)).toBe(true)
    expect(JSON.stringify(await everyItem('files'))).not.toContain(leaver.personId)
    expect(await rowOf(loose)).toBeUndefined()
    expect(await rowOf(kept)).toMatchObject({ of: 'case:7' })
  })
})
