/**
 * How long a cold start takes: from starting a process to its first answer, which reads one item. The API's bundle
 * against a handler that does nothing but that read, bundled the same way; in turns, so that both meet the same load.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { startDatabase } from '../../functions/local/database'

const ROUNDS = 25
const WARM_UP = 3
const LIMIT = 1.4

const BARE = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
const database = DynamoDBDocumentClient.from(new DynamoDBClient({
  endpoint: process.env.DYNAMODB_ENDPOINT, region: 'cn-northwest-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
}))
export const handler = async () => {
  const { Item } = await database.send(
    new GetCommand({ TableName: 'one-window-bookings', Key: { bookingId: 'none' }, ConsistentRead: true }))
  return { statusCode: Item ? 200 : 404 }
}`

/** Runs one event in a process of its own; prints the answer's status as soon as it is there. */
const CALL = `
const [, bundle, event] = process.argv
require(bundle).handler(JSON.parse(event), {}).then(({ statusCode }) => process.stdout.write(String(statusCode)))`

const eventOf = (method: string, path: string, token = '', body?: object) => ({
  version: '2.0',
  rawPath: path,
  rawQueryString: '',
  headers: {
    host: 'hall',
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  },
  ...(body && { body: JSON.stringify(body) }),
  isBase64Encoded: false,
  requestContext: { http: { method, path, sourceIp: '127.0.0.1' }, stage: '$default' },
})

const firstAnswer = (bundle: string, event: object, env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = process.hrtime.bigint()
    const child = spawn(process.execPath, ['-e', CALL, bundle, JSON.stringify(event)], { env })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stdout.once('data', (chunk: Buffer) => {
      const ms = Number(process.hrtime.bigint() - began) / 1e6
      child.kill('SIGKILL')
      if (chunk.toString() === '404') resolve(ms)
      else reject(new Error(`answered ${chunk.toString()}`))
    })
    child.once('exit', () => reject(new Error(said)))
  })

const median = (values: number[]): number => [...values].sort((one, two) => one - two)[values.length >> 1]!
const rounded = (value: number): number => Math.round(value * 10) / 10

export async function run(print: (line: object) => void): Promise<void> {
  const database = await startDatabase()
  const secret = () => randomBytes(32).toString('base64')
  const env = {
    ...process.env,
    STAGE: 'local',
    TABLE_PREFIX: 'one-window-',
    DYNAMODB_ENDPOINT: database.endpoint,
    SESSION_SECRET: secret(),
    DATA_KEY: secret(),
  }
  Object.assign(process.env, env)
  try {
    const { createMissingTables } = await import('../../functions/local/tables')
    await import('../../functions/endpoints')
    await createMissingTables()
    const { signSession } = await import('../../functions/platform/authenticate')
    const token = await signSession({ personId: 'r_bench', role: 'resident', hallIds: [] }, new Date())

    const folder = join(process.cwd(), '.build', 'bench')
    const bare = join(folder, 'bare.cjs')
    const source = join(folder, 'bare.ts')
    writeFileSync(source, BARE)
    const { buildSync } = createRequire(join(process.cwd(), 'package.json'))(
      'esbuild',
    ) as typeof import('esbuild')
    buildSync({
      entryPoints: [source],
      outfile: bare,
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node20',
    })
    const api = join(process.cwd(), '.build', 'functions', 'api', 'index.js')
    const event = eventOf('GET', '/api/bookings/none', token)

    const times = { bare: [] as number[], api: [] as number[] }
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const bareMs = await firstAnswer(bare, event, env)
      const apiMs = await firstAnswer(api, event, env)
      if (round < 0) continue
      times.bare.push(bareMs)
      times.api.push(apiMs)
    }
    for (const [handler, bundle] of Object.entries({ bare, api })) {
      const values = times[handler as 'bare' | 'api']
      print({
        handler,
        runs: values.length,
        medianMs: rounded(median(values)),
        minMs: rounded(Math.min(...values)),
        bundleKb: Math.round(statSync(bundle).size / 1024),
      })
    }
    const ratio = Math.round((median(times.api) / median(times.bare)) * 100) / 100
    print({ ratio, limit: LIMIT, ok: ratio <= LIMIT, cores: cpus().length, load: rounded(loadavg()[0]!) })
  } finally {
    await database.stop()
  }
}
