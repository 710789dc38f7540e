/** Files for tests: asked for, sent as a phone sends them, looked through. */
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { LocalApp, Person } from '../../support/local-app'

export interface Ticket {
  fileId: string
  url: string
  fields: Record<string, string>
  expiresAt: string
}
export const asked = (bytes: Buffer | number, more: object = {}) => ({
  hallId: 'yonghe',
  purpose: 'material',
  name: '照片.jpg',
  type: 'image/jpeg',
  size: typeof bytes === 'number' ? bytes : bytes.length,
  serviceId: 'jiuye-kunnan',
  materialId: 'm1',
  ...more,
})

/** A photo of noise: it does not shrink, and every pixel counts. */
export const aPhoto = (width = 640, height = 480): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#d8d2c4' } })
    .composite([
      {
        input: {
          create: {
            width: 80,
            height: 40,
            channels: 3,
            background: '#33475b',
            noise: { type: 'gaussian', mean: 120, sigma: 40 },
          },
        },
        tile: true,
        gravity: 'northwest',
      },
    ])
    .jpeg({ quality: 90 })
    .toBuffer()

export async function aTicket(
  who: Person,
  bytes: Buffer | number,
  more: object = {},
  key?: string,
): Promise<Ticket> {
  const answer = await who.post('/files', asked(bytes, more), key ?? randomUUID())
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body as Ticket
}

/** The form of an upload; fields of the ticket may be others than were signed. */
export function formOf(
  { fields }: Pick<Ticket, 'fields'>,
  bytes: Buffer,
  other: Record<string, string> = {},
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...other })) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg')
  return form
}

/** Sends the bytes; answers the status, and the reason when the store says no. */
export async function send(
  app: LocalApp,
  ticket: Ticket,
  bytes: Buffer,
  other: Record<string, string> = {},
): Promise<{ status: number; code?: string }> {
  const answer = await fetch(`${app.url}${ticket.url}`, {
    method: 'POST',
    body: formOf(ticket, bytes, other),
  })
  const code = /<Code>(\w+)</.exec(await answer.text())?.[1]
  return { status: answer.status, ...(code && { code }) }
}

/** Uploads a file and answers how it stands then. */
export async function upload(app: LocalApp, who: Person, bytes: Buffer, more: object = {}) {
  const ticket = await aTicket(who, bytes, more)
  const sent = await send(app, ticket, bytes)
  if (sent.status !== 204) throw new Error(JSON.stringify(sent))
  const { body } = await who.get(`/files/${ticket.fileId}`)
  return body as {
    file: {
      fileId: string
      state: string
      refusal?: string
      type: string
      name: string
      size: number
      pages?: number
    }
    link?: { url: string; expiresAt: string }
  }
}

/** A clean photo of somebody. */
export const aCleanFile = async (app: LocalApp, who: Person, more: object = {}): Promise<string> => {
  const { file } = await upload(app, who, await aPhoto(), more)
  if (file.state !== 'clean') throw new Error(JSON.stringify(file))
  return file.fileId
}

let stored = 0
/** A clean photo put straight into the store: where it came from is tested elsewhere. */
export async function storedFile(
  uploaderId: string,
  hallId: string,
  more: { of?: string; trust?: 'B' | 'C' } = {},
): Promise<string> {
  const { saveFile } = await import('../../../functions/files/file-store')
  const { bySystem } = await import('../../../functions/platform/audit')
  const fileId = `stored-file-${++stored}`
  const at = '2026-11-23T23:00:00.000Z'
  await saveFile(
    {
      ...{ fileId, name: '照片.jpg', type: 'image/jpeg', size: 1, purpose: 'material', form: 'original' },
      ...{ trust: 'C', state: 'clean', key: `clean/${fileId}/x`, at, asked: '', hallId, uploaderId, ...more },
    },
    bySystem('test', new Date(at)),
  )
  return fileId
}
