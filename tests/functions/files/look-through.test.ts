/** S56 S58: what is uploaded is what it says, whole, alone, and says nothing of where and when it was taken. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { everyItem } from '../../support/bookings'
import { aPhoto, aTicket, send, upload } from './a-file'
import { harmless, hostile, jpeg, png } from './hostile-files'

let app: LocalApp
let director: Person
let resident: Person
beforeAll(async () => {
  app = await startLocalApp()
  director = await app.as('director')
  resident = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

/** What lies in the store of a file, uploads and all. */
const keptOf = (fileId: string): string[] =>
  readdirSync(process.env.FILES_FOLDER!, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(process.env.FILES_FOLDER!.length + 1))
    .filter((name) => name.includes(fileId))
    .sort()

test.each(hostile)('%s: refused, and nothing of it is kept', async (_, make, as, refusal) => {
  const { file, link } = await upload(app, director, await make(), as)
  expect([file.state, file.refusal, link]).toEqual(['refused', refusal, undefined])
  expect(keptOf(file.fileId)).toEqual([])
})

test.each(harmless)('%s: taken', async (_, make, as, type) => {
  const { file, link } = await upload(app, director, await make(), as)
  expect([file.state, file.type]).toEqual(['clean', type])
  const answer = await fetch(app.url + link!.url)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/)
  expect((await answer.arrayBuffer()).byteLength).toBe(file.size)
  // a picture, and a small one for lists
  expect(keptOf(file.fileId)).toHaveLength(type === 'image/jpeg' ? 2 : 1)
})

const PLANTED = { owner: 'canary-owner', day: '1999:01:02' }

test('S58 what the camera wrote is gone, the picture is upright and says what it is for', async () => {
  const planted = await sharp(await jpeg(600, 300))
    .withExif({
      IFD0: { Artist: PLANTED.owner },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '27/1 14/1 0/1', GPSDateStamp: PLANTED.day },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const before = await sharp(planted).metadata()
  expect([before.orientation, before.width]).toEqual([6, 600])
  for (const trace of Object.values(PLANTED)) expect(planted.includes(trace)).toBe(true)
  const { file, link } = await upload(app, resident, planted)
  const kept = Buffer.from(await (await fetch(app.url + link!.url)).arrayBuffer())
  const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(kept).metadata()
  expect({ exif, xmp, iptc, icc, orientation, width, height }).toEqual({ width: 300, height: 600 })
  expect(file.type).toBe('image/jpeg')
  for (const trace of Object.values(PLANTED)) expect(kept.includes(trace)).toBe(false)
  // one grey was sent: the words are what differs
  const { channels } = await sharp(kept).stats()
  expect(channels[0]!.max - channels[0]!.min).toBeGreaterThan(15)
})

test('a result is handed out as it is, without words across it', async () => {
  const { link } = await upload(app, director, await jpeg(), { purpose: 'result' })
  const { channels } = await sharp(
    Buffer.from(await (await fetch(app.url + link!.url)).arrayBuffer()),
  ).stats()
  expect(channels[0]!.max - channels[0]!.min).toBeLessThan(4)
})

test('the words of the watermark are written in a font of our own', async () => {
  const { watermark } = await import('../../../functions/files/watermark')
  const drawn = async (words: string) =>
    (await sharp(await watermark(words, 600, 800)).stats()).channels.map(({ mean }) => Math.round(mean * 100))
  const [one, other, none] = await Promise.all(
    ['仅用于办理低保', '仅用于办理户口', '\ue000\ue001\ue002\ue003\ue004\ue005\ue006'].map(drawn),
  )
  // characters that a font does not have all look the same
  expect(one).not.toEqual(other)
  expect(one).not.toEqual(none)
})

test('a name keeps nothing of a path and ends as what was kept', async () => {
  const { file } = await upload(app, director, await png(), {
    name: 'C:\\Users\\王\\..户口<本>.png',
    type: 'image/png',
  })
  expect(file.name).toBe('户口本.jpg')
})

test('an upload sent twice, or two at once, is settled once, by the first', async () => {
  const [first, second] = [await aPhoto(300, 300), await aPhoto(400, 300)]
  const size = Math.max(first.length, second.length)
  const ticket = await aTicket(resident, size)
  const sent = await Promise.all([first, second, first].map((bytes) => send(app, ticket, bytes)))
  expect(sent.map(({ status }) => status)).toEqual([204, 204, 204])
  const row = async () => (await everyItem('files')).find(({ fileId }) => fileId === ticket.fileId)!
  const before = await row()
  expect(before.state).toBe('clean')
  expect(await send(app, ticket, second)).toEqual({ status: 204 })
  expect(await row()).toEqual(before)
  expect(keptOf(ticket.fileId)).toEqual([before.key, `${String(before.key)}-small`])
  const rows = (await everyItem('audit')).filter(({ object }) => object === `file:${ticket.fileId}`)
  expect(rows.map(({ action }) => action).sort()).toEqual(['check-file', '上传文件'])
})

test('a check that was broken off is done again by the next notice', async () => {
  const { client } = await import('../../../functions/platform/dynamo')
  const { checkArrived } = await import('../../../functions/files/check-arrived')
  const bytes = await aPhoto()
  const ticket = await aTicket(resident, bytes)
  let writes = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'TransactWriteItemsCommand' && ++writes === 1) throw new Error('broken off')
      return next(args)
    },
    { step: 'initialize', name: 'broken' },
  )
  expect((await send(app, ticket, bytes)).status).toBe(500)
  client.middlewareStack.remove('broken')
  expect((await resident.get(`/files/${ticket.fileId}`)).body.file.state).toBe('checking')
  await checkArrived(`raw/${ticket.fileId}`, new Date('2026-11-24T07:01:00+08:00'))
  expect((await resident.get(`/files/${ticket.fileId}`)).body.file.state).toBe('clean')
  expect(keptOf(ticket.fileId)).toHaveLength(2)
})
