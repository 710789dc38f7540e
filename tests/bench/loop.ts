/**
 * The loop of a poor rating under trouble: 10,000 ratings, 600 of them poor, while streams fail, crash half way, deliver
 * twice and meet records that never pass. What must hold: 600 follow-ups, none lost, none double, every message once,
 * every rating counted once; and what a rating takes of the database. One story: longer than 250 lines.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { _Record } from '@aws-sdk/client-dynamodb-streams'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Streams } from '../support/streams'
import { testEnvironment } from '../support/environment'
import { inFlight, quantile } from './ground'

const RATINGS = 10_000
const POOR = 600
const OWNERS = 500
const BATCH = 25
const TROUBLE = 0.05
const DAY_MS = 12 * 3_600_000
const BEGAN = Date.parse('2026-11-24T08:00:00+08:00')

let seed = 20_261_124
const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647

export async function run(print: (line: object) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'one-window-bench-'))
  const { startDatabase } = await import('../../functions/local/database')
  const database = await startDatabase(join(folder, 'bench.db'))
  testEnvironment(database.endpoint)
  await import('../../functions/endpoints')
  const { client } = await import('../../functions/platform/dynamo')
  const { createMissingTables } = await import('../../functions/local/tables')
  await createMissingTables()
  try {
    await theLoop(print)
  } finally {
    client.destroy()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function theLoop(print: (line: object) => void): Promise<void> {
  const caseIds = await cases()
  const { units, ms } = await rateAll(caseIds)
  print({ action: 'ratings', given: units.length, poor: POOR, ms })
  const most = quantile(units, 1)
  print({ action: 'a rating', write: { most, median: quantile(units, 0.5) }, limit: 7, ok: most <= 7 })

  const { ratingStreams } = await import('../support/streams')
  const streams = await ratingStreams(() => new Date(BEGAN + DAY_MS))
  const trouble = await flowInTrouble(streams)
  const dead = trouble.deadLetters.length
  await redrive(trouble.deadLetters)
  streams.stop()
  print({
    action: 'streams in trouble',
    ...trouble,
    deadLetters: dead,
    ok: trouble.failures > 100 && dead > 0,
  })
  await check(print)
}

/** Accepted cases of many owners, put into the store: what is measured begins with the rating. */
async function cases(): Promise<string[]> {
  const { saveNewCase } = await import('../../functions/cases/case-store')
  const { bySystem } = await import('../../functions/platform/audit')
  const now = new Date(BEGAN)
  const at = now.toISOString()
  const ids = Array.from({ length: RATINGS }, (_, n) => `bench-case-${n}`)
  await inFlight(16, ids, (caseId, n) =>
    saveNewCase(
      {
        caseId,
        seq: 2,
        ownerId: `r_${n % OWNERS}`,
        caseNumber: `YH20261124${n}`,
        status: 'in-review',
        hallId: 'yonghe',
        serviceId: 'jiuye-kunnan',
        serviceName: '就业困难认定',
        officialName: '就业困难人员认定',
        guideVersion: '1',
        resultName: '就业困难人员认定表',
        handlingType: 'promised',
        handOver: 'window',
        receivedAt: at,
        acceptedAt: at,
        promisedDays: 5,
        promisedDay: '2026-12-01',
        applicant: { name: '刘桂英' },
        materials: [],
        route: {
          steps: [{ name: '审批', actor: '主任', kind: 'director', days: 0 }],
          decidedAt: 0,
          comesBack: false,
        },
        step: 0,
        events: [
          { action: 'receive', at, by: '窗口人员', byId: 'clerk', facts: { came: true } },
          { action: 'accept', at, by: '窗口人员', byId: 'clerk' },
        ],
        invited: [],
      },
      [],
      bySystem('bench', now),
    ),
  )
  return ids
}

/** Gives every rating through its endpoint, the poor ones spread among the others. */
async function rateAll(caseIds: readonly string[]): Promise<{ units: number[]; ms: number }> {
  const { default: rateCase } = await import('../../functions/ratings/rate-case')
  const { metered } = await import('../../functions/platform/dynamo')
  const began = performance.now()
  const units = await inFlight(16, caseIds, async (caseId, n) => {
    const poor = n % Math.floor(RATINGS / POOR) === 0 && n < POOR * Math.floor(RATINGS / POOR)
    const used = { read: 0, write: 0 }
    const context = {
      caller: {
        personId: `r_${n % OWNERS}`,
        role: 'resident' as const,
        hallIds: [],
        stationIds: [],
        offices: [],
        sessionId: 's',
      },
      now: new Date(BEGAN + Math.floor((n * DAY_MS) / RATINGS)),
      requestId: `bench ${n}`,
      action: rateCase.contract.summary,
      machine: '',
      request: { id: `bench-request-${n}`, body: 'body' },
      replayed: () => undefined,
    }
    const asked = {
      caseId,
      contact: 1,
      level: poor ? 'dissatisfied' : n % 3 === 0 ? 'satisfied' : 'very-satisfied',
      tags: poor ? ['214'] : [],
      anonymous: n % 4 === 0,
      channel: 'mini-program',
    }
    await metered(used, () => rateCase.run(asked, context))
    return used.write
  })
  return { units, ms: Math.round(performance.now() - began) }
}

type Handle = (event: { Records: _Record[] }) => Promise<unknown>

/** The handlers, with nothing in their way. */
async function handlers(): Promise<Record<string, Handle[]>> {
  const { countRatings } = await import('../../functions/ratings/count-ratings.stream')
  const { countFollowUps } = await import('../../functions/ratings/count-follow-ups.stream')
  const { handler: tell } = await import('../../functions/follow-ups/tell-resident.stream')
  const clock = () => new Date(BEGAN + DAY_MS)
  return {
    ratings: [(event) => countRatings(event as never, clock)],
    'follow-ups': [(event) => tell(event as never), (event) => countFollowUps(event as never)],
  }
}

interface Trouble {
  records: number
  failures: number
  crashes: number
  duplicates: number
  deadLetters: { handle: Handle; record: _Record }[]
  ms: number
}

/** Delivers all records while one command of the database in twenty fails, handlers crash after their work, and batches come twice. */
async function flowInTrouble(streams: Streams): Promise<Trouble> {
  const { client } = await import('../../functions/platform/dynamo')
  const { deliver } = await import('../../functions/local/follow-stream')
  const { log } = await import('../../functions/platform/log')
  const found: Trouble = { records: 0, failures: 0, crashes: 0, duplicates: 0, deadLetters: [], ms: 0 }
  const began = performance.now()
  log.setLogLevel('SILENT')
  try {
    for (const [table, all] of Object.entries(await handlers())) {
      const records = await streams.read(table)
      found.records += records.length
      client.middlewareStack.add(injected(found), { step: 'initialize', name: 'injected' })
      for (const handle of all) {
        const poison = records[Math.floor(random() * records.length)]
        const troubled: Handle = async (event) => {
          if (poison && event.Records.includes(poison)) throw new Error('a record that never passes')
          const answer = await handle(event)
          if (random() < TROUBLE) {
            found.duplicates += 1
            return handle(event)
          }
          if (random() < TROUBLE) {
            found.crashes += 1
            throw new Error('crashed before the answer')
          }
          return answer
        }
        for (let at = 0; at < records.length; at += BATCH)
          await deliver(records.slice(at, at + BATCH), troubled as never, {
            retries: 5,
            pause: async () => undefined,
            giveUp: (record) => void found.deadLetters.push({ handle, record }),
          })
      }
      client.middlewareStack.remove('injected')
    }
  } finally {
    client.middlewareStack.remove('injected')
  }
  found.ms = Math.round(performance.now() - began)
  return found
}

/** One command of the database in twenty fails, half of them after they were done. */
const injected =
  (found: Trouble) =>
  (next: (args: any) => Promise<any>) =>
  async (args: any): Promise<any> => {
    const roll = random()
    if (roll < TROUBLE / 2) {
      found.failures += 1
      throw new Error('injected before')
    }
    const result = await next(args)
    if (roll < TROUBLE) {
      found.failures += 1
      throw new Error('injected after: the answer is lost')
    }
    return result
  }

/** What was given up is delivered again, once the trouble is over, in no order. */
async function redrive(dead: Trouble['deadLetters']): Promise<void> {
  for (const { handle, record } of [...dead].sort(() => random() - 0.5)) {
    const answer = (await handle({ Records: [record] })) as { batchItemFailures?: unknown[] } | undefined
    if (answer?.batchItemFailures?.length) throw new Error('a dead letter did not pass')
  }
}

async function everyItem(id: string): Promise<Record<string, any>[]> {
  const { database, tables } = await import('../../functions/platform/dynamo')
  const found: Record<string, any>[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await database.send(
      new ScanCommand({ TableName: tables.get(id)!.name, ExclusiveStartKey, ConsistentRead: true }),
    )
    found.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

async function check(print: (line: object) => void): Promise<void> {
  const { followUpIdOf } = await import('../../functions/follow-ups/follow-up-store')
  const { findMonths } = await import('../../functions/ratings/month-store')
  const { reconcileRatings } = await import('../../functions/ratings/reconcile-ratings.job')
  const [ratings, followUps, messages, entries] = await Promise.all(
    ['ratings', 'follow-ups', 'messages', 'rating-months'].map(everyItem),
  )
  const wanted = new Set(
    ratings!
      .filter(({ level }) => level === 'dissatisfied')
      .map(({ caseId, contact }) => followUpIdOf(caseId, contact)),
  )
  const found = followUps!.map(({ followUpId }) => String(followUpId))
  const lost = [...wanted].filter((id) => !found.includes(id)).length
  const tasks = { followUps: found.length, lost, double: found.length - new Set(found).size }
  print({
    action: 'poor ratings',
    ...tasks,
    ok: tasks.followUps === POOR && lost === 0 && tasks.double === 0,
  })
  const told = messages!.filter(({ kind }) => kind === 'follow-up-opened')
  print({ action: 'messages', told: told.length, ok: told.length === POOR })
  const { live } = await findMonths('yonghe', ['2026-11'], [])
  const { counts } = live.get('2026-11')!
  const rated = (counts.g5 ?? 0) + (counts.g4 ?? 0) + (counts.g2 ?? 0)
  const lines = entries!.filter(({ entry }) => String(entry).startsWith('rated#')).length
  const counted = { rated, poor: counts.g2, cases: counts.cases, lines }
  const isRight = [rated, counts.cases, lines].every((count) => count === RATINGS) && counts.g2 === POOR
  print({ action: 'counted', ...counted, ok: isRight })
  const began = performance.now()
  const agreed = await reconcileRatings(new Date('2026-11-25T02:10:00+08:00'))
  const ms = Math.round(performance.now() - began)
  print({
    action: 'the nightly check',
    ...agreed,
    ms,
    ok: Object.values(agreed).every((count) => count === 0),
  })
}
