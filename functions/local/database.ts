/** The embedded DynamoDB of local runs and tests: one child process on a loopback port, in memory or on a file. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface LocalDatabase {
  readonly endpoint: string
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
    throw new Error(
      '这台机器没有内置数据库(只随 Linux x64 安装);请另外启动 DynamoDB Local,再设 DYNAMODB_ENDPOINT 指向它',
    )
  }
}

/** Starts the database on a file, or in memory when no file is named. */
export async function startDatabase(file?: string): Promise<LocalDatabase> {
  const port = await freePort()
  const child = spawn(binary(), ['--port', String(port), ...(file ? ['--db-path', file] : [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // a parent that dies of an error takes the database with it, and the database keeps no parent alive
  const endWithParent = () => void child.kill('SIGKILL')
  process.once('exit', endWithParent)
  child.once('exit', () => process.off('exit', endWithParent))
  child.unref()
  const stderr = child.stderr as unknown as Socket
  stderr.unref()
  let said = ''
  stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)))
  const endpoint = `http://127.0.0.1:${port}`
  await answering(endpoint, child, () => said)
  return { endpoint, stop: () => ended(child) }
}

async function answering(endpoint: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (child.exitCode !== null) throw new Error(`数据库没有启动:${said().trim()}`)
    try {
      await fetch(endpoint)
      return
    } catch {
      await wait(10)
    }
  }
  await ended(child)
  throw new Error(`数据库 10 秒没有回应:${said().trim()}`)
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
