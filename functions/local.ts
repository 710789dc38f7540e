/** The product on one machine: the bundled handlers of the cloud, embedded DynamoDB, streams, timers, the h5 app. */
import { existsSync, mkdirSync, openSync, closeSync, readSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { claimFolder } from './local/claim'
import { startDatabase, type LocalDatabase } from './local/database'
import { localKeys } from './local/keys'
import { Stopped } from './local/stopped'
import type { WechatStandIn } from './local/wechat-stand-in'

export interface LocalRun {
  /** Where the project lies; bundles and template are read from here. */
  readonly root: string
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  /** The built h5 app; none when only the API is wanted. */
  readonly app?: string
  /** Deletes what earlier runs stored, after the folder is claimed. */
  readonly fresh?: boolean
  say(line: string): void
}

export interface Started {
  readonly url: string
  readonly hallCount: number
  readonly serviceCount: number
  /** Answers what is under way, then ends streams, timers and the database. */
  stop(): Promise<void>
}

const STORED = [
  'one-window.db',
  'one-window.db-wal',
  'one-window.db-shm',
  'streams.json',
  'dead-letters.jsonl',
  'keys.json',
  'files',
]

/** Starts everything; throws Stopped, with all data as it was, when something is in the way. */
export async function start(run: LocalRun): Promise<Started> {
  const folder = resolve(run.root, run.dataFolder)
  mkdirSync(folder, { recursive: true })
  const claim = claimFolder(folder)
  let database: LocalDatabase | undefined
  try {
    const external = process.env.DYNAMODB_ENDPOINT
    if (run.fresh) {
      if (external) throw new Stopped('DYNAMODB_ENDPOINT 指向的数据库不归这里清空；请在那边清空后再启动')
      for (const name of STORED) rmSync(join(folder, name), { recursive: true, force: true })
    }
    Object.assign(process.env, { STAGE: 'local', TABLE_PREFIX: 'one-window-', ...localKeys(folder) })
    process.env.FILES_FOLDER = join(folder, 'files')
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
    process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN'
    if (!external) {
      database = await openDatabase(join(folder, 'one-window.db'))
      claim.database(database.pid)
      process.env.DYNAMODB_ENDPOINT = database.endpoint
    }
    const wechat = await standInForWechat()
    const { serve } = await import('./local/serve')
    const served = await serve(run, folder, bundled(run.root))
    return {
      ...served,
      stop: async () => {
        await served.stop()
        await wechat?.stop()
        await database?.stop()
        claim.release()
      },
    }
  } catch (error) {
    await database?.stop()
    claim.release()
    throw error instanceof Error && damaged(error.message) ? new Stopped(damagedLine(folder)) : error
  }
}

/** Where no credentials are set, a stand-in on loopback answers as WeChat does; nothing leaves this machine. */
async function standInForWechat(): Promise<WechatStandIn | undefined> {
  if (process.env.WECHAT_APP_ID) return undefined
  const { startWechatStandIn } = await import('./local/wechat-stand-in')
  const { MessageKind } = await import('@one-window/shared/notifications/message')
  const standIn = await startWechatStandIn()
  Object.assign(process.env, {
    WECHAT_URL: standIn.url,
    WECHAT_APP_ID: standIn.appId,
    WECHAT_APP_SECRET: standIn.secret,
    WECHAT_TEMPLATES: JSON.stringify(
      Object.fromEntries(MessageKind.options.map((kind) => [kind, `template-${kind}`])),
    ),
  })
  return standIn
}

/** Loads the bundle of a function, the file that is packaged for the cloud. */
const bundled =
  (root: string) =>
  <Handler>(name: string): Handler => {
    const file = join(root, '.build', 'functions', name, 'index.js')
    if (!existsSync(file)) throw new Stopped(`没有构建好 ${name}:请运行 node functions/build.mjs --force`)
    return (createRequire(file)(file) as { handler: Handler }).handler
  }

const damaged = (message: string): boolean =>
  /malformed|not a (valid SQLite )?database|corrupt/i.test(message)
const damagedLine = (folder: string): string =>
  `数据文件 ${join(folder, 'one-window.db')} 坏了，没有动它：有备份就放回去；没有就先把它移走再启动，会建一个新的`

async function openDatabase(file: string): Promise<LocalDatabase> {
  if (existsSync(file)) {
    const head = Buffer.alloc(16)
    const opened = openSync(file, 'r')
    const read = readSync(opened, head)
    closeSync(opened)
    if (read > 0 && head.toString('latin1') !== 'SQLite format 3\0') throw new Error('not a database')
  }
  try {
    return await startDatabase(file)
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new Stopped(`数据文件 ${file} 正被别的程序锁着：先关掉它再启动`)
    throw error
  }
}

export { roleWords } from '@one-window/shared/foundation/roles'
export { demoPeople } from '@one-window/shared/identity/demo-people'
