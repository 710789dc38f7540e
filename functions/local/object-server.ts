/**
 * The bucket of a local run: takes uploads as a bucket in the cloud takes them, under the same signed policy, gives out
 * what a signed link names, and tells of what has arrived. The bytes lie in a folder of the data directory.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileSettings } from '@one-window/shared/files/settings'
import { LOCAL_PATH, signedUrl } from '../platform/object-signing'
import { objects } from '../platform/objects'
import type { FileServer } from './http'
import { uploadRefusal, type UploadRefusal } from './upload-policy'

/** What is done with a new object: the function that the bucket's events call. */
export type OnCreated = (event: { detail: { object: { key: string } } }) => Promise<unknown>

/** The fields of a form beside the file. */
const MOST_AROUND = 64 * 1024
const ANSWERS: Readonly<Record<UploadRefusal, number>> = {
  SignatureDoesNotMatch: 403,
  ExpiredToken: 403,
  AccessDenied: 403,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  MalformedPOSTRequest: 400,
}

/** Serves everything under the path of local files; leaves all else alone. */
export function objectServer(now: () => Date, created: OnCreated): FileServer {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://local')
    if (url.pathname !== LOCAL_PATH && !url.pathname.startsWith(`${LOCAL_PATH}/`)) return false
    if (request.method === 'POST') await take(request, response, now(), created)
    else if (request.method === 'GET') await give(url, response, now())
    else response.writeHead(405).end()
    return true
  }
}

const refuse = (response: ServerResponse, code: UploadRefusal | 'NoSuchKey', status: number): void =>
  void response
    .writeHead(status, { 'Content-Type': 'application/xml', Connection: 'close' })
    .end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`)

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  now: Date,
  created: OnCreated,
): Promise<void> {
  const say = (code: UploadRefusal) => refuse(response, code, ANSWERS[code])
  const body = await whole(request)
  if (body === undefined) return say('EntityTooLarge')
  const form = await formOf(body, request.headers['content-type'] ?? '')
  if (!form) return say('MalformedPOSTRequest')
  const refusal = await uploadRefusal(form.fields, form.bytes.length, now)
  if (refusal) return say(refusal)
  const { key = '', 'content-type': type = '' } = form.fields
  await objects(now).write(key, form.bytes, type)
  await created({ detail: { object: { key } } })
  response.writeHead(204).end()
}

/** The whole body; undefined when it is too large. One that breaks off throws, and nothing of it is kept. */
async function whole(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    // read to its end all the same: who is still sending does not hear an answer
    if (size <= fileSettings.mostBytes + MOST_AROUND) chunks.push(chunk)
  }
  return size <= fileSettings.mostBytes + MOST_AROUND ? Buffer.concat(chunks) : undefined
}

async function formOf(
  body: Buffer,
  type: string,
): Promise<{ fields: Record<string, string>; bytes: Buffer } | undefined> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  const file = form?.get('file')
  if (!form || !(file instanceof Blob)) return undefined
  const fields: Record<string, string> = {}
  for (const [name, value] of form.entries())
    if (typeof value === 'string') fields[name.toLowerCase()] = value
  return { fields, bytes: Buffer.from(await file.arrayBuffer()) }
}

const SAID = /^response-(content-disposition|content-type|cache-control)$/

/** The object of a link that was signed here and is not over; every other link leads to nothing. */
async function give(url: URL, response: ServerResponse, now: Date): Promise<void> {
  const query = Object.fromEntries([...url.searchParams].filter(([name]) => SAID.test(name)))
  const stamp = url.searchParams.get('X-Amz-Date') ?? ''
  const at = new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const seconds = Number(url.searchParams.get('X-Amz-Expires'))
  const isFresh = at <= now && now.getTime() < at.getTime() + seconds * 1000
  const key = url.pathname.slice(LOCAL_PATH.length + 1)
  const isOurs =
    isFresh && (await signedUrl('GET', key, at, seconds, query)) === `${url.pathname}${url.search}`
  if (!isOurs) return refuse(response, 'AccessDenied', 403)
  const bytes = await objects(now).read(key)
  if (!bytes) return refuse(response, 'NoSuchKey', 404)
  const said = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name.replace('response-', ''), value]),
  )
  response.writeHead(200, {
    ...said,
    'Content-Length': bytes.length,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  })
  response.end(bytes)
}

/** The first of several servers that has something at an address. */
export const firstOf =
  (...servers: readonly FileServer[]): FileServer =>
  async (request, response) => {
    for (const server of servers) if (await server(request, response)) return true
    return false
  }
