/** What differs between a local run and production, read once from the environment. */
import * as z from 'zod/mini'

/** What seals personal data, still wrapped: nothing here opens anything. */
export interface KeySettings {
  /** What new values are sealed with: AES-256-GCM, or SM4-CTR with HMAC-SM3. */
  readonly suite: 'g1' | 's1'
  /** The data key that seals; the others still open. */
  readonly current: string
  /** The wrapped data keys in base64, by id. */
  readonly data: Readonly<Record<string, string>>
  /** The wrapped key of ids and blind indexes in base64; it is never replaced. */
  readonly index: string
  /** What the keys are wrapped with: this key on a local run, the key of KMS everywhere else. */
  readonly wrappedBy: { readonly master: Uint8Array } | { readonly kmsKeyId: string }
}

/** How WeChat is reached; absent where the mini-program has no credentials yet. */
export interface WechatSettings {
  readonly appId: string
  readonly secret: string
  /** Without a path; a stand-in on loopback on local runs. */
  readonly url: string
  /** The id of the subscribe message's template, by kind of message. */
  readonly templates: Readonly<Record<string, string>>
}

/** Where uploaded files lie: a folder of a local run, a bucket everywhere else. */
export type FileSettings =
  | { readonly folder: string }
  | { readonly bucket: string; /** The bucket's own host, regional. */ readonly host: string }

export interface Config {
  readonly stage: 'local' | 'production'
  readonly tablePrefix: string
  /** Only local runs name an endpoint; on AWS the SDK finds its own. */
  readonly dynamoEndpoint: string | undefined
  /** Signs sessions: at least 256 bits. */
  readonly sessionSecret: Uint8Array
  readonly keys: KeySettings
  readonly wechat: WechatSettings | undefined
  /** Absent where no place for files is named: nothing is uploaded there. */
  readonly files: FileSettings | undefined
}

/** True for a key that nobody drew at random: too short, or of too few different bytes. */
export const isWeak = (bytes: Uint8Array): boolean => bytes.length < 32 || new Set(bytes).size < 8

const secret = (env: NodeJS.ProcessEnv, name: string): Uint8Array => {
  const bytes = Buffer.from(env[name] ?? '', 'base64')
  if (isWeak(bytes)) throw new Error(`${name} must be 32 random bytes in base64; the start stops here`)
  return bytes
}

/** The data keys of a configuration, as `npm run keys:rotate` writes them. */
export const DataKeys = z.object({
  current: z.string(),
  keys: z.record(
    z.string().check(z.regex(/^[a-z0-9]{1,12}$/)),
    z.string().check(z.regex(/^[A-Za-z0-9+/]{40,}={0,2}$/)),
  ),
})
export type DataKeys = z.infer<typeof DataKeys>

/** The data keys of the environment; undefined when they are missing or not well formed. */
export function dataKeysOf(env: NodeJS.ProcessEnv): DataKeys | undefined {
  try {
    const read = DataKeys.parse(JSON.parse(env.DATA_KEYS ?? ''))
    return Object.hasOwn(read.keys, read.current) ? read : undefined
  } catch {
    return undefined
  }
}

function keySettings(env: NodeJS.ProcessEnv, stage: Config['stage']): KeySettings {
  const data = dataKeysOf(env)
  if (!data) throw new Error('DATA_KEYS must be what `npm run keys:rotate` writes; the start stops here')
  const { INDEX_KEY: index = '', KMS_KEY_ID: kmsKeyId = '', SEAL_SUITE: suite = 'g1' } = env
  if (index.length < 40) throw new Error('INDEX_KEY must be a wrapped key; the start stops here')
  if (suite !== 'g1' && suite !== 's1') throw new Error('SEAL_SUITE must be g1 or s1; the start stops here')
  if (stage !== 'local' && kmsKeyId === '')
    throw new Error('KMS_KEY_ID must name the key that wraps the others; the start stops here')
  const wrappedBy = stage === 'local' ? { master: secret(env, 'MASTER_KEY') } : { kmsKeyId }
  return { suite, current: data.current, data: data.keys, index, wrappedBy }
}

const Templates = z.record(z.string(), z.string())

/** Nothing but WeChat itself is asked in production, and nothing but it or loopback anywhere. */
function wechatSettings(env: NodeJS.ProcessEnv, stage: Config['stage']): WechatSettings | undefined {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret, WECHAT_URL, WECHAT_TEMPLATES } = env
  if (!appId || !secret) return undefined
  const isStandIn = stage === 'local' && /^http:\/\/127\.0\.0\.1:\d+$/.test(WECHAT_URL ?? '')
  const url = isStandIn ? WECHAT_URL! : 'https://api.weixin.qq.com'
  try {
    return { appId, secret, url, templates: Templates.parse(JSON.parse(WECHAT_TEMPLATES || '{}')) }
  } catch {
    throw new Error('WECHAT_TEMPLATES must be JSON, kind of message to template id; the start stops here')
  }
}

function fileSettings(env: NodeJS.ProcessEnv, stage: Config['stage']): FileSettings | undefined {
  const { FILES_FOLDER: folder, FILES_BUCKET: bucket, FILES_HOST: host } = env
  if (stage === 'local') return folder ? { folder } : undefined
  return bucket && host ? { bucket, host } : undefined
}

/** Reads and checks the configuration; a missing or weak secret stops the start. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const stage = env.STAGE === 'local' ? 'local' : 'production'
  return {
    stage,
    tablePrefix: env.TABLE_PREFIX ?? 'one-window-',
    dynamoEndpoint: env.DYNAMODB_ENDPOINT,
    sessionSecret: secret(env, 'SESSION_SECRET'),
    keys: keySettings(env, stage),
    wechat: wechatSettings(env, stage),
    files: fileSettings(env, stage),
  }
}

let known: Config | undefined

/** The configuration of this process. */
export const config = (): Config => (known ??= readConfig(process.env))
