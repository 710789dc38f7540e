/** The embedded DynamoDB of local runs and tests: one child process on a loopback port, in memory or on a file. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Stopped } from './stopped'
import { isAtRest, tendStreamRecords } from './stream-records'

export interface LocalDatabase {
  readonly endpoint: string
  /** The process group of the database, for whoever must end what a killed parent left behind. */
  readonly pid: number
  /** Ends the process and waits for it; writes that were answered are on disk. */
  stop(): Promise<void>
}

/** A loopback port nobody uses now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const binary = (): string => {
  try {
    const from = createRequire(join(process.cwd(), 'package.json'))
    return join(dirname(from.resolve('@dynoxide/linux-x64/package.json')), 'dynoxide')
  } catch {
    throw new Stopped(
      '这台机器没有内置数据库(只随 Linux x64 安装);请另外启动 DynamoDB Local,再设 DYNAMODB_ENDPOINT 指向它',
    )
  }
}

/**
 * The database lives as long as the pipe to its parent: when the parent ends, even by `kill -9`, the pipe closes and
 * the database is ended. In its own group, so that Ctrl-C reaches it only after the last write was answered.
 */
const UNTIL_PIPE_CLOSES = `exec 3<&0
"$@" 3<&- & database=$!
(read -r _ <&3; kill -TERM $database; sleep 3; kill -KILL $database) 2>/dev/null & watch=$!
wait $database; code=$?
kill $watch 2>/dev/null
exit $code`

/** Starts the database on a file that nobody else uses, or in memory when no file is named. */
export async function startDatabase(file?: string): Promise<LocalDatabase> {
  if (file !== undefined) {
    // a new file, or one that was not closed in order, is made whole by the database itself
    if (!isAtRest(file)) await (await openDatabase(file)).stop()
    if (isAtRest(file)) tendStreamRecords(file, new Date())
  }
  return openDatabase(file)
}

/** Starts the database on a file that another may have open too, for somebody who only reads. */
export async function openDatabase(file?: string): Promise<LocalDatabase> {
  const port = await freePort()
  const args = [binary(), '--port', String(port), ...(file ? ['--db-path', file] : [])]
  const child = spawn('sh', ['-c', UNTIL_PIPE_CLOSES, 'sh', ...args], { detached: true })
  child.unref()
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as unknown as Socket).unref()
  let said = ''
  child.stdout.resume()
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)))
  const endpoint = `http://127.0.0.1:${port}`
  await answering(endpoint, child, () => said)
  return { endpoint, pid: child.pid ?? 0, stop: () => ended(child) }
}

async function answering(
  endpoint: string,
  child: ChildProcessWithoutNullStreams,
  said: () => string,
): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (child.exitCode !== null) throw new Error(`the database did not start: ${said().trim()}`)
    try {
      await fetch(endpoint)
      return
    } catch {
      await wait(10)
    }
  }
  await ended(child)
  throw new Error(`the database did not answer within 10 s: ${said().trim()}`)
}

const ended = (child: ChildProcessWithoutNullStreams): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.ref()
    child.stdin.end()
  })
