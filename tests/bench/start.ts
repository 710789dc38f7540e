/**
 * How long a cold start takes: from starting a process to its first answer, which reads one item. The API's bundle
 * against a handler that does nothing but that read, once as esbuild bundles it by itself and once with the settings
 * of our bundles. They take turns, and each round is compared with itself, so that all meet the same load.
 */
import { spawn } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import { startDatabase } from '../../functions/local/database'
import { newLocalKeys } from '../../functions/local/keys'

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
  const env = {
    ...process.env,
    STAGE: 'local',
    TABLE_PREFIX: 'one-window-',
    DYNAMODB_ENDPOINT: database.endpoint,
    ...newLocalKeys(),
  }
  Object.assign(process.env, env)
  try {
    const { createMissingTables } = await import('../../functions/local/tables')
    await import('../../functions/endpoints')
    await createMissingTables()
    const { newAccount, openSession, saveNewAccount } = await import('../../functions/identity/public')
    const { nobody } = await import('../../functions/platform/implement')
    const account = newAccount('r_bench', 'resident')
    const by = { caller: nobody, now: new Date(), requestId: 'bench', action: 'bench' }
    await saveNewAccount(account, by)
    const { token } = await openSession(account, { role: 'resident', client: 'local' }, by)

    const folder = join(process.cwd(), '.build', 'bench')
    const source = join(folder, 'bare.ts')
    writeFileSync(source, BARE)
    const { buildSync } = createRequire(join(process.cwd(), 'package.json'))(
      'esbuild',
    ) as typeof import('esbuild')
    const bundled = (name: string, settings: BuildOptions): string => {
      const outfile = join(folder, `${name}.cjs`)
      const plain: BuildOptions = { bundle: true, minify: true, platform: 'node', target: 'node20' }
      buildSync({ entryPoints: [source], outfile, ...plain, ...settings })
      return outfile
    }
    const bundles = {
      bare: bundled('bare', {}),
      bareAsOurs: bundled('bare-as-ours', { mainFields: ['module', 'main'] }),
      api: join(process.cwd(), '.build', 'functions', 'api', 'index.js'),
    }
    const event = eventOf('GET', '/api/bookings/none', token)

    const times: Record<keyof typeof bundles, number[]> = { bare: [], bareAsOurs: [], api: [] }
    for (let round = -WARM_UP; round < ROUNDS; round++)
      for (const name of Object.keys(bundles) as (keyof typeof bundles)[]) {
        const ms = await firstAnswer(bundles[name], event, env)
        if (round >= 0) times[name].push(ms)
      }
    for (const [handler, bundle] of Object.entries(bundles)) {
      const values = times[handler as keyof typeof bundles]
      print({
        handler,
        runs: values.length,
        medianMs: rounded(median(values)),
        minMs: rounded(Math.min(...values)),
        bundleKb: Math.round(statSync(bundle).size / 1024),
      })
    }
    const against = (baseline: number[]): number =>
      Math.round(median(times.api.map((ms, round) => ms / baseline[round]!)) * 100) / 100
    const ratio = against(times.bare)
    const machine = { cores: cpus().length, load: rounded(loadavg()[0]!) }
    print({
      ratio,
      limit: LIMIT,
      ok: ratio <= LIMIT,
      ratioToBareAsOurs: against(times.bareAsOurs),
      ...machine,
    })
  } finally {
    await database.stop()
  }
}
