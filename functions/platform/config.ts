/** What differs between a local run and production, read once from the environment. */

export interface Config {
  readonly stage: 'local' | 'production'
  readonly tablePrefix: string
  /** Only local runs name an endpoint; on AWS the SDK finds its own. */
  readonly dynamoEndpoint: string | undefined
  /** Signs sessions: at least 256 bits. */
  readonly sessionSecret: Uint8Array
  /** Seals personal data: 256 bits. */
  readonly dataKey: Uint8Array
}

const secret = (env: NodeJS.ProcessEnv, name: string): Uint8Array => {
  const bytes = Buffer.from(env[name] ?? '', 'base64')
  if (bytes.length < 32 || new Set(bytes).size < 8)
    throw new Error(`${name} must be 32 random bytes in base64; the start stops here`)
  return bytes
}

/** Reads and checks the configuration; a missing or weak secret stops the start. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    stage: env.STAGE === 'local' ? 'local' : 'production',
    tablePrefix: env.TABLE_PREFIX ?? 'one-window-',
    dynamoEndpoint: env.DYNAMODB_ENDPOINT,
    sessionSecret: secret(env, 'SESSION_SECRET'),
    dataKey: secret(env, 'DATA_KEY'),
  }
}

let known: Config | undefined

/** The configuration of this process. */
export const config = (): Config => (known ??= readConfig(process.env))
