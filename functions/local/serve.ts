/** Serves the app and API, follows the streams, runs the timers. Loaded once the environment is set. */
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { halls } from '@one-window/shared/halls/halls'
import '../endpoints'
import { listSummaries } from '../catalogue/public'
import { config } from '../platform/config'
import { client, tables } from '../platform/dynamo'
import { fileServer } from './files'
import { followStream, type StreamHandler } from './follow-stream'
import { redrive } from './redrive'
import { forgetExpired } from './forget-expired'
import { localServer, type LambdaHandler } from './http'
import { firstOf, objectServer, type OnCreated } from './object-server'
import { planOf, readTemplate } from './plan'
import { isDue } from './schedule'
import { Stopped } from './stopped'
import { createMissingTables } from './tables'

type JobHandler = (event: object, context: object) => Promise<unknown>

interface Settings {
  readonly root: string
  readonly host: string
  readonly port: number
  readonly app?: string
  say(line: string): void
}

export interface Served {
  readonly url: string
  readonly hallCount: number
  readonly serviceCount: number
  stop(): Promise<void>
}

/** Starts to serve; everything it starts ends with `stop`. */
export async function serve(
  { root, host, port, app, say }: Settings,
  folder: string,
  bundled: <Handler>(name: string) => Handler,
): Promise<Served> {
  const plan = planOf(readTemplate(join(root, 'serverless.yml')))
  await createMissingTables()
  const objects = objectServer(() => new Date(), bundled<OnCreated>(plan.onCreated))
  const server = localServer(
    bundled<LambdaHandler>('api'),
    firstOf(objects, ...(app === undefined ? [] : [fileServer(app)])),
  )
  await listening(server, port, host)
  const deadLetterFile = join(folder, 'dead-letters.jsonl')
  const names = new Set(plan.streams.map(({ name }) => name))
  const redriven = await redrive(deadLetterFile, (name) =>
    names.has(name) ? bundled<StreamHandler>(name) : undefined,
  )
  if (redriven > 0) say(`上次没处理成功的${redriven}条变动，这次处理好了`)
  const streams = plan.streams.map(({ name, table, batchSize, retries }) => {
    const tableName = tables.get(table)?.name
    if (!tableName) throw new Stopped(`serverless.yml 里 ${name} 跟的表 ${table} 不存在`)
    const checkpointFile = join(folder, 'streams.json')
    const endpoint = config().dynamoEndpoint ?? ''
    const followed = { endpoint, name, tableName, batchSize, retries, checkpointFile, deadLetterFile, say }
    return followStream(client, bundled<StreamHandler>(name), followed)
  })
  const stopTimers = runTimers(
    plan.jobs.map(({ name, schedule }) => ({ name, schedule, handler: bundled<JobHandler>(name) })),
    say,
  )
  const address = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    hallCount: halls.length,
    serviceCount: listSummaries().size,
    stop: async () => {
      stopTimers()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      const patience = setTimeout(() => server.closeAllConnections(), 3000)
      await Promise.all([closed, ...streams.map((stream) => stream.stop())])
      clearTimeout(patience)
      client.destroy()
    },
  }
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Stopped(
              `端口 ${port} 已被占用：关掉占用它的程序，或换一个端口，如 PORT=${port + 1} npm start`,
            )
          : error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL'
            ? new Stopped(`不能在 ${host}:${port} 提供服务：请换 HOST 或 PORT`)
            : error,
      ),
    )
    server.listen(port, host, resolve)
  })

interface Job {
  readonly name: string
  readonly schedule: string
  readonly handler: JobHandler
}

/** Runs each job once now, for the time this machine was off, and then on the minutes of its schedule. */
function runTimers(jobs: readonly Job[], say: (line: string) => void): () => void {
  const underWay = new Set<string>()
  const run = async ({ name, handler }: Job): Promise<void> => {
    if (underWay.has(name)) return
    underWay.add(name)
    await handler({}, {}).catch((error: unknown) => say(`${name} 没有做成：${String(error)}`))
    underWay.delete(name)
  }
  for (const job of jobs) void run(job)
  let lastMinute = Math.floor(Date.now() / 60_000)
  const timer = setInterval(() => {
    const minute = Math.floor(Date.now() / 60_000)
    if (minute === lastMinute) return
    lastMinute = minute
    const now = new Date(minute * 60_000)
    for (const job of jobs) if (isDue(job.schedule, now)) void run(job)
    forgetExpired(now).catch((error: unknown) => say(`过期数据没有清成：${String(error)}`))
  }, 1000)
  return () => clearInterval(timer)
}
