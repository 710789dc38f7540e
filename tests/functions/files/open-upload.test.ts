/** S57 R34: who may upload what, and under which policy; a line that breaks leaves nothing half. */
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { existsSync, readdirSync } from 'node:fs'
import { heicWords } from '@one-window/shared/files/file'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { everyItem } from '../../support/bookings'
import { aPhoto, asked, aTicket, formOf, send, type Ticket } from './a-file'

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

const rawFiles = (): string[] => {
  const folder = `${process.env.FILES_FOLDER}/raw`
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('a ticket', () => {
  test('names bucket, key, type and size, works for 5 minutes, and says nothing of the person', async () => {
    const { fields, url, expiresAt, fileId } = await aTicket(me, photo)
    expect([url, expiresAt]).toEqual(['/local-files', '2026-11-23T23:05:00.000Z'])
    const policy = JSON.parse(Buffer.from(fields.Policy!, 'base64').toString())
    expect(policy.expiration).toBe('2026-11-23T23:05:00Z')
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, photo.length],
        { key: `raw/${fileId}` },
        { 'Content-Type': 'image/jpeg' },
        { bucket: 'local' },
      ]),
    )
    const said = JSON.stringify([fields, policy, url])
    for (const trace of [me.personId, '刘桂英', 'yonghe', '照片']) expect(said).not.toContain(trace)
  })

  test.each<[string, object, string, RegExp]>([
    ['HEIC', { type: 'image/heic', name: 'IMG_1.HEIC' }, '/type', /兼容性最佳.*截个屏/],
    ['HEIC by its name', { name: 'IMG_1.heic' }, '/type', /兼容性最佳/],
    ['SVG', { type: 'image/svg+xml', name: 'x.svg' }, '/type', /只收/],
    ['HTML', { type: 'text/html', name: 'x.html' }, '/type', /只收/],
    [
      'a workbook as material',
      { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'x.xlsx' },
      '/type',
      /只收/,
    ],
    ['another ending', { name: '照片.png' }, '/name', /对不上/],
    ['no ending', { name: '照片' }, '/name', /对不上/],
    ['two endings', { name: 'photo.php.jpg' }, '/name', /两个后缀/],
    ['a name with NUL', { name: 'a\0.jpg' }, '/name', /看不见的字符/],
    ['a name that turns round', { name: 'a\u202egpj.jpg' }, '/name', /看不见的字符/],
    ['over 10 MB', { size: 10 * 1024 * 1024 + 1 }, '/size', /10MB/],
    ['nothing', { size: 0 }, '/size', /空的/],
    ['a material that is not in the guide', { materialId: 'm99' }, '/materialId', /清单/],
  ])('is not given for %s', async (_, more, pointer, words) => {
    const { status, body } = await me.post('/files', asked(photo, more))
    expect([status, body.code]).toEqual([400, 'bad-input'])
    expect(body.errors).toEqual([{ pointer, message: expect.stringMatching(words) }])
  })

  test('HEIC is told what to do', () => expect(heicWords).toMatch(/兼容性最佳/))

  test('lists to read in are for staff; others take what is theirs to hand in, in their own hall', async () => {
    const table = {
      purpose: 'table',
      name: '名单.csv',
      type: 'text/csv',
      serviceId: undefined,
      materialId: undefined,
    }
    const codes = await Promise.all(
      (
        [
          [me, table],
          [clerk, table],
          [me, { purpose: 'result' }],
          [elsewhere, {}],
          [me, { hallId: 'nowhere' }],
          [me, { serviceId: 'nothing' }],
        ] as const
      ).map(async ([who, more]) => (await who.post('/files', asked(photo, more))).body.code),
    )
    expect(codes).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'not-found',
      'not-found',
      'not-found',
    ])
  })

  test('asked for again it is renewed for the same file; the same key for another file is refused', async () => {
    const key = randomUUID()
    const first = await aTicket(me, photo, {}, key)
    app.setNow('2026-11-24T07:06:00+08:00')
    expect(await send(app, first, photo)).toEqual({ status: 403, code: 'ExpiredToken' })
    const renewed = await me.post('/files', asked(photo), key)
    expect([renewed.status, renewed.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
    expect(renewed.body.fileId).toBe(first.fileId)
    expect(await send(app, renewed.body as Ticket, photo)).toEqual({ status: 204 })
    const again = await me.post('/files', asked(photo, { name: '别的.jpg' }), key)
    expect(again.body.code).toBe('idempotency-key-reused')
    const rows = (await everyItem('audit')).filter(({ object }) => object === `file:${first.fileId}`)
    expect(rows).toHaveLength(2)
  })
})

describe('the store takes nothing but what was signed', () => {
  const trying: readonly [string, (ticket: Ticket, theirs: Ticket) => Record<string, string>, string][] = [
    ['another key', () => ({ key: 'raw/another' }), 'AccessDenied'],
    ['the key of somebody else', (_, { fields }) => ({ key: fields.key! }), 'AccessDenied'],
    ['another type', () => ({ 'Content-Type': 'text/html' }), 'AccessDenied'],
    ['one more field', () => ({ acl: 'public-read' }), 'AccessDenied'],
    ['another signature', () => ({ 'X-Amz-Signature': '0'.repeat(64) }), 'SignatureDoesNotMatch'],
    [
      'the signature of another ticket',
      (_, { fields }) => ({ 'X-Amz-Signature': fields['X-Amz-Signature']! }),
      'SignatureDoesNotMatch',
    ],
    [
      'a policy of one’s own',
      ({ fields }) => {
        const policy = JSON.parse(Buffer.from(fields.Policy!, 'base64').toString())
        const wider = { ...policy, expiration: '2030-01-01T00:00:00Z' }
        return { Policy: Buffer.from(JSON.stringify(wider)).toString('base64') }
      },
      'SignatureDoesNotMatch',
    ],
    ['another day’s key', () => ({ 'X-Amz-Date': '20261122T230000Z' }), 'SignatureDoesNotMatch'],
  ]
  test.each(trying)('%s', async (_, other, code) => {
    const [ticket, theirs] = [await aTicket(me, photo), await aTicket(other2(), photo)]
    expect(await send(app, ticket, photo, other(ticket, theirs))).toEqual({ status: 403, code })
    expect((await me.get(`/files/${ticket.fileId}`)).body.file.state).toBe('promised')
    expect(rawFiles()).toEqual([])
  })
  const other2 = () => other

  test('more than was said, by a byte or by 20 MB, and nothing at all', async () => {
    const ticket = await aTicket(me, 1000)
    expect(await send(app, ticket, Buffer.alloc(1001))).toEqual({ status: 400, code: 'EntityTooLarge' })
    expect(await send(app, ticket, Buffer.alloc(20 * 1024 * 1024))).toEqual({
      status: 400,
      code: 'EntityTooLarge',
    })
    expect(await send(app, ticket, Buffer.alloc(0))).toEqual({ status: 400, code: 'EntityTooSmall' })
    expect(rawFiles()).toEqual([])
  })

  test('what is no form', async () => {
    const answer = await fetch(`${app.url}/local-files`, { method: 'POST', body: 'x' })
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('MalformedPOSTRequest'),
    ])
    expect((await fetch(`${app.url}/local-files`, { method: 'PUT', body: 'x' })).status).toBe(405)
  })
})

/** Sends a part of the form and breaks off. */
const sendPart = async (ticket: Ticket, part: number): Promise<void> => {
  const form = new Response(formOf(ticket, photo))
  const body = Buffer.from(await form.arrayBuffer())
  await new Promise<void>((resolve) => {
    const asking = request(`${app.url}${ticket.url}`, {
      method: 'POST',
      headers: { 'content-type': form.headers.get('content-type')!, 'content-length': body.length },
    })
    asking.on('error', () => resolve())
    asking.write(body.subarray(0, Math.floor(body.length * part)), () => asking.destroy())
  })
}

test('R34 R35 a line that breaks at every fifth of the way leaves nothing; the next try is one whole file', async () => {
  const ticket = await aTicket(me, photo)
  for (const part of [0, 0.2, 0.4, 0.6, 0.8, 0.99]) {
    await sendPart(ticket, part)
    expect((await me.get(`/files/${ticket.fileId}`)).body.file.state).toBe('promised')
    expect(rawFiles()).toEqual([])
  }
  expect(await send(app, ticket, photo)).toEqual({ status: 204 })
  expect((await me.get(`/files/${ticket.fileId}`)).body.file.state).toBe('clean')
  expect(rawFiles()).toEqual([])
})

test('where no place for files is named, nothing is uploaded and the person is told', async () => {
  const { config } = await import('../../../functions/platform/config')
  const settings = config() as { files: unknown }
  const before = settings.files
  settings.files = undefined
  const { status, body } = await me.post('/files', asked(photo))
  settings.files = before
  expect([status, body.code]).toEqual([503, 'feature-off'])
})
