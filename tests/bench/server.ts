/** The server of a bench, a process of its own: the Lambda handler behind plain HTTP, at a fixed time. */
import type { AddressInfo } from 'node:net'
import { createHandler } from '../../functions/api'
import { localServer } from '../../functions/local/http'
import { createMissingTables } from '../../functions/local/tables'

process.once('SIGTERM', () => process.exit(0))
const now = new Date(process.env.BENCH_NOW ?? '')

void createMissingTables({ streams: false }).then(() => {
  const server = localServer(createHandler(() => now))
  server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port)
  })
})
