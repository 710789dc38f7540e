/**
 * What a client may do to one object of the store, signed: an upload under a policy, a link to read. Signature version 4
 * by the signer of the AWS SDK, in the cloud and on a local run alike; time is an argument.
 */
import { createHmac } from 'node:crypto'
import { Hash } from '@smithy/core/serde'
import { createScope, getSigningKey, SignatureV4 } from '@smithy/signature-v4'
import { config } from './config'
import { client } from './dynamo'
import { Problem } from './problem'

/** Under which path a local run keeps its files. */
export const LOCAL_PATH = '/local-files'
const LOCAL_HOST = 'local'
const sha256 = Hash.bind(null, 'sha256')
const ALGORITHM = 'AWS4-HMAC-SHA256'

interface Signing {
  readonly bucket: string
  readonly host: string
  /** What an address starts with: nothing on a local run, whose files have the origin of the API. */
  readonly origin: string
  readonly path: string
  readonly region: string
  readonly credentials: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken?: string
  }
}

async function signing(): Promise<Signing> {
  const { files, sessionSecret } = config()
  if (!files) throw new Problem('feature-off')
  if ('folder' in files) {
    const secretAccessKey = createHmac('sha256', sessionSecret).update('files').digest('hex')
    return {
      bucket: LOCAL_HOST,
      host: LOCAL_HOST,
      origin: '',
      path: LOCAL_PATH,
      region: LOCAL_HOST,
      credentials: { accessKeyId: LOCAL_HOST, secretAccessKey },
    }
  }
  return {
    bucket: files.bucket,
    host: files.host,
    origin: `https://${files.host}`,
    path: '',
    region: await client.config.region(),
    credentials: await client.config.credentials(),
  }
}

/** As a signature encodes: what browsers leave alone or change is written out. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
const short = (iso: string): string => iso.replace(/\.\d{3}Z$/, 'Z')
const stampOf = (at: Date): string => short(at.toISOString()).replace(/[-:]/g, '')

/** The signature of a policy that was made on a day (`20261124`). */
export async function policySignature(policy: string, day: string): Promise<string> {
  const { credentials, region } = await signing()
  const key = await getSigningKey(sha256, credentials, day, region, 's3')
  return createHmac('sha256', key).update(policy).digest('hex')
}

/** What may be uploaded: to this key, of this type, no larger. */
export interface Upload {
  readonly key: string
  readonly type: string
  readonly mostBytes: number
}

/** The fields of a multipart upload that the store takes until then, and where it goes. */
export async function signedUpload(
  { key, type, mostBytes }: Upload,
  now: Date,
  until: Date,
): Promise<{ url: string; fields: Record<string, string> }> {
  const { bucket, origin, path, region, credentials } = await signing()
  const stamp = stampOf(now)
  const day = stamp.slice(0, 8)
  const fields = {
    'Content-Type': type,
    bucket,
    'X-Amz-Algorithm': ALGORITHM,
    'X-Amz-Credential': `${credentials.accessKeyId}/${createScope(day, region, 's3')}`,
    'X-Amz-Date': stamp,
    ...(credentials.sessionToken && { 'X-Amz-Security-Token': credentials.sessionToken }),
    key,
  }
  const conditions = [
    ['content-length-range', 1, mostBytes],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ]
  const policy = { expiration: short(until.toISOString()), conditions }
  const Policy = Buffer.from(JSON.stringify(policy)).toString('base64')
  return {
    url: `${origin}${path || '/'}`,
    fields: { ...fields, Policy, 'X-Amz-Signature': await policySignature(Policy, day) },
  }
}

/** The address under which one object can be read, written or removed for so many seconds. */
export async function signedUrl(
  method: 'GET' | 'PUT' | 'DELETE',
  key: string,
  now: Date,
  seconds: number,
  query: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { host, origin, path, region, credentials } = await signing()
  const signer = new SignatureV4({ service: 's3', region, credentials, sha256, uriEscapePath: false })
  const unsigned = new Set(['x-amz-content-sha256'])
  const signed = await signer.presign(
    {
      method,
      protocol: 'https:',
      hostname: host,
      path: `${path}/${key}`,
      query: { ...query },
      headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    },
    { signingDate: now, expiresIn: seconds, unsignableHeaders: unsigned, unhoistableHeaders: unsigned },
  )
  const parts = Object.entries(signed.query ?? {}).map(
    ([name, value]) => `${encoded(name)}=${encoded(String(value))}`,
  )
  return `${origin}${signed.path}?${parts.join('&')}`
}
