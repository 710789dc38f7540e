/** What the desk's list costs while a thousand and while a million cases are stored: the same. */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { inFlight, startGround, type Ground } from './ground'

const SIZES = [1_000, Number(process.env.BENCH_CASES ?? 1_000_000)]
const LIMIT = 2
const MOST_APART = 1.1
const AT_ONCE = 8
const BATCH = 25
/** Of the hall's cases so many are under way; the others have ended and are filed, or are another hall's. */
const UNDER_WAY = 400

/** The head of a case as it is kept, for no person: nothing is sealed that anybody opens but the rows of one page. */
async function headsOf(from: number, count: number): Promise<Record<string, unknown>[]> {
  const { seal } = await import('../../functions/platform/crypto')
  return Array.from({ length: count }, (_, at) => {
    const n = from + at
    const caseId = `bench-${n}`
    const isOpen = n < UNDER_WAY
    const receivedAt = new Date(Date.UTC(2026, 9, 1) + n * 1000).toISOString()
    return {
      caseId,
      part: 'head',
      seq: 2,
      status: isOpen ? 'in-review' : 'issued',
      hallId: 'yonghe',
      caseNumber: `YH20261001${String(n).padStart(7, '0')}`,
      ownerId: `owner-${n}`,
      serviceId: 'jianfang-yanshou',
      serviceName: '建房验收',
      applicantName: seal('刘桂英', { table: 'cases', key: `${caseId}.head`, field: 'applicantName' }),
      receivedAt,
      promisedDays: 10,
      promisedDay: '2026-12-01',
      handOver: 'window',
      holder: '自然资源和生态环境办公室',
      dueOrder: `2026-12-01#${receivedAt}`,
      ...(isOpen && { deskQueue: 'yonghe#under-way' }),
    }
  })
}

async function fill(from: number, to: number): Promise<void> {
  const { database, tables } = await import('../../functions/platform/dynamo')
  const TableName = tables.get('cases')!.name
  const starts = Array.from({ length: Math.ceil((to - from) / BATCH) }, (_, at) => from + at * BATCH)
  await inFlight(AT_ONCE, starts, async (start) => {
    const items = await headsOf(start, Math.min(BATCH, to - start))
    const requests = items.map((Item) => ({ PutRequest: { Item } }))
    await database.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }))
  })
}

async function unitsOfList(ground: Ground, token: string): Promise<{ read: number; rows: number }> {
  const { status, body, units } = await ground.get('/desk/cases?hallId=yonghe&list=under-way', token)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { read: units.read, rows: (body.cases as unknown[]).length }
}

export async function run(print: (line: object) => void): Promise<void> {
  const ground = await startGround()
  try {
    await import('../../functions/endpoints')
    const clerk = await ground.token('window-staff', 'clerk', ['yonghe'])
    const found: number[] = []
    let stored = 0
    for (const size of SIZES) {
      const begun = Date.now()
      await fill(stored, size)
      stored = size
      const { read, rows } = await unitsOfList(ground, clerk)
      found.push(read)
      print({
        action: 'the list of the desk',
        cases: size,
        rows,
        read,
        limit: LIMIT,
        filledInSeconds: Math.round((Date.now() - begun) / 1000),
        ok: read <= LIMIT,
      })
    }
    const apart = found.at(-1)! / found[0]!
    print({ action: 'a million beside a thousand', ratio: apart, limit: MOST_APART, ok: apart <= MOST_APART })
  } finally {
    await ground.stop()
  }
}
