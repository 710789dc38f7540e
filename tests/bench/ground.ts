/** What the benches stand on: an embedded database on a file, the server as a process of its own, people with sessions. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Role } from '@one-window/shared/foundation/roles'
import { noticeVersion } from '@one-window/shared/identity/notice'
import { Post } from '@one-window/shared/staff/post'
import { LeanClient } from './lean-client'
import { testEnvironment } from '../support/environment'

/** Tuesday, 07:00 in China: five working days lie open. */
export const BENCH_NOW = '2026-11-24T07:00:00+08:00'

export interface Reply {
  status: number
  body: { [member: string]: unknown; code?: string }
  units: { read: number; write: number }
}

export interface Ground {
  /** The database's endpoint, for the raw baseline. */
  readonly endpoint: string
  /** Of a hall and, for an approver, an office. */
  token(role: Role, name: string, place?: string[]): Promise<string>
  get(path: string, token?: string): Promise<Reply>
  /** Rejects when the server dies under the request. */
  post(path: string, token: string, body: object, key?: string): Promise<Reply>
  /** Kills the server as a power cut would. */
  killServer(): Promise<void>
  startServer(): Promise<void>
  stop(): Promise<void>
}

/** A person with an open session, put straight into the store: signing in is not what is measured. */
async function aSession(
  role: Role,
  name: string,
  [hallId, officeId]: readonly string[] = [],
): Promise<string> {
  const { begun, newAccount, saveNewAccount, tokensOf } = await import('../../functions/identity/public')
  const { bySystem } = await import('../../functions/platform/audit')
  const now = new Date(BENCH_NOW)
  const session = begun(role, 'local', now, false)
  const account = {
    ...newAccount(`bench-${role}-${name}-${randomUUID()}`, role === 'resident' ? 'resident' : 'staff'),
    sessions: { bench: session },
    agreed: { version: noticeVersion, at: BENCH_NOW },
    ...(hallId !== undefined &&
      role !== 'resident' && {
        state: 'active' as const,
        posts: [Post.parse({ role, hallId, officeId, from: '2022-01-01' })],
      }),
  }
  await saveNewAccount(account, bySystem('bench', now))
  return (await tokensOf(account, 'bench', session, now)).token
}

/** Starts database and server. */
export async function startGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'one-window-bench-'))
  const { startDatabase } = await import('../../functions/local/database')
  const database = await startDatabase(join(folder, 'bench.db'))
  testEnvironment(database.endpoint)
  process.env.BENCH_NOW = BENCH_NOW
  const script = join(folder, 'server.cjs')
  const { buildSync } = createRequire(join(process.cwd(), 'package.json'))(
    'esbuild',
  ) as typeof import('esbuild')
  buildSync({
    entryPoints: [join(process.cwd(), 'tests/bench/server.ts')],
    outfile: script,
    bundle: true,
    minify: process.env.BENCH_PROFILE === undefined,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  const lean = new LeanClient()
  let server: ChildProcess | undefined
  let port = 0

  const startServer = async (): Promise<void> => {
    server = fork(script, { env: { ...process.env, PORT: String(port) }, execArgv: profiling() })
    const [listening] = (await once(server, 'message')) as [number]
    port = listening
  }
  const ended = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const exit = once(server, 'exit')
    server.kill(signal)
    await exit
  }
  const send = async (
    method: string,
    path: string,
    token?: string,
    body?: object,
    key?: string,
  ): Promise<Reply> => {
    const headers = headersOf(token, body, key)
    const answer = await lean.send(port, method, `/api${path}`, headers, body && JSON.stringify(body))
    return {
      status: answer.status,
      body: JSON.parse(answer.body || '{}') as Reply['body'],
      units: unitsOf(answer.head),
    }
  }

  await startServer()
  return {
    endpoint: database.endpoint,
    token: aSession,
    get: (path, token) => send('GET', path, token),
    post: (path, token, body, key) => send('POST', path, token, body, key ?? randomUUID()),
    killServer: () => ended('SIGKILL'),
    startServer,
    stop: async () => {
      lean.close()
      await ended('SIGTERM')
      const { client } = await import('../../functions/platform/dynamo')
      client.destroy()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const profiling = (): string[] =>
  process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []

const headersOf = (token?: string, body?: object, key?: string): Record<string, string> => ({
  ...(token && { authorization: `Bearer ${token}` }),
  ...(body && { 'content-type': 'application/json' }),
  ...(key && { 'idempotency-key': key }),
})

const unitsOf = (head: string): Reply['units'] => {
  const [, read = 0, write = 0] = /^consumed-units: read=([\d.]+);write=([\d.]+)/im.exec(head) ?? []
  return { read: Number(read), write: Number(write) }
}

/** Runs the work of each item, so many at a time; answers in the order of the items. */
export async function inFlight<Item, Result>(
  count: number,
  items: readonly Item[],
  work: (item: Item, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const place = next++
      results[place] = await work(items[place]!, place)
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, items.length) }, worker))
  return results
}

/** The value below which the given share lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** The slots of a hall that can be booked, in order. */
export async function openSlots(ground: Ground, hallId: string): Promise<string[]> {
  const { body } = await ground.get(`/halls/${hallId}/slots?days=9`)
  const slots = body.slots as { slotId: string; state: string }[]
  return slots.filter(({ state }) => state === 'open').map(({ slotId }) => slotId)
}
