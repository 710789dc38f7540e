/** Runs of `npm start` on a data folder of their own, for the tests of it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { freePort, startDatabase } from '../../functions/local/database'
import { root } from './source-files'

const running = new Set<ChildProcess>()
let app = ''
let folder = ''

/** A new data folder for the test, and an app of two lines for runs that need none. Call before each test. */
export function newDataFolder(): string {
  folder = mkdtempSync(join(tmpdir(), 'one-window-'))
  app = join(folder, 'app')
  mkdirSync(join(app, 'js'), { recursive: true })
  writeFileSync(join(app, 'index.html'), '<!doctype html><script src="./js/app.0123abcd.js"></script>')
  writeFileSync(join(app, 'js/app.0123abcd.js'), 'void 0;'.repeat(1000))
  return folder
}

/** Ends what still runs and forgets the folder. Call after each test. */
export function forgetDataFolder(): void {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  rmSync(folder, { recursive: true, force: true })
}

export interface Run {
  child: ChildProcess
  url: string
  said(): string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

/** Runs `npm start`; with the app that `npm test` has built when `built`, else with a page of two lines. */
export function begin(port: number, args: string[] = [], built = false): Run {
  const own = { PORT: String(port), DATA_DIR: folder, DYNAMODB_ENDPOINT: '', APP_DIR: built ? '' : app }
  const env = { ...process.env, ...own }
  const child = spawn(process.execPath, ['functions/start.mjs', ...args], { cwd: root, env })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  void ended.then(() => running.delete(child))
  return { child, url: `http://127.0.0.1:${port}`, said: () => text, ended }
}

async function ready(run: Run): Promise<void> {
  for (let tries = 0; tries < 12_000 && running.has(run.child); tries++) {
    if (run.said().includes('大综窗已启动')) return
    await wait(25)
  }
  throw new Error(`not ready: ${run.said()}`)
}

/** Starts and waits until it is ready. */
export const started = async (args: string[] = [], built = false): Promise<Run> => {
  const run = begin(await freePort(), args, built)
  await ready(run)
  return run
}

/** Sends the signal; answers the exit code. */
export const stopped = async (run: Run, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> => {
  run.child.kill(signal)
  return run.ended
}

/** The processes that name the data folder. */
export const processesOfFolder = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
      } catch {
        return false
      }
    })

export const allGone = async (): Promise<boolean> => {
  for (let tries = 0; tries < 200; tries++) {
    if (processesOfFolder().length === 0) return true
    await wait(25)
  }
  return false
}

/** Opens the data file itself, between runs. */
export const withFile = async <T>(work: (client: DynamoDB) => Promise<T>): Promise<T> => {
  const database = await startDatabase(join(folder, 'one-window.db'))
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDB({ endpoint: database.endpoint, region: 'cn-northwest-1', credentials })
  try {
    return await work(client)
  } finally {
    client.destroy()
    await database.stop()
  }
}

/** An item that only this test writes. */
export const mark = { TableName: 'mark', Key: { id: { S: 'kept' } } }
export const leaveMark = (client: DynamoDB) =>
  client
    .createTable({
      TableName: mark.TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    })
    .then(() => client.putItem({ TableName: mark.TableName, Item: mark.Key }))
