/** What each action consumes of the database, as the database reports it; and that nothing reads a table whole. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { openSlots, quantile, startGround, type Ground, type Reply } from './ground'
import { rawDatabase } from './raw-transaction'

const PEOPLE = 20
const visitor = { name: '刘桂英', phone: '13812345678' }
/** An office, then a leader. */
const HOUSE_CHECK = 'jianfang-yanshou'

/** The most an action may consume; an action without a limit is printed for information. */
const limits: Readonly<Record<string, Partial<Reply['units']>>> = {
  // 7 without its audit row
  'book a slot': { write: 10 },
  // half a unit for an empty list: what is left is the session
  'a session, and an empty list': { read: 1.5, write: 0 },
  'the slots of a day': { read: 1, write: 0 },
  'the list of guides': { read: 0, write: 0 },
  'a search in the guides': { read: 0, write: 0 },
  'a guide': { read: 0, write: 0 },
  // a look at the hall's head, at most every half minute
  'a guide of a hall': { read: 0.5, write: 0 },
  'all halls': { read: 0, write: 0 },
  'my cases': { read: 2, write: 0 },
  'accept a case': { write: 12 },
  'forward a case': { write: 12 },
  'decide a case': { write: 12 },
  'the list of the desk': { read: 2, write: 0 },
  'the inbox of an office': { read: 2, write: 0 },
  'a poor rating and its follow-up': { write: 7 },
  'a good rating': { write: 7 },
  'the sheet of a month, a million ratings': { read: 5, write: 0 },
}

export async function run(print: (line: object) => void): Promise<void> {
  const ground = await startGround()
  const raw = rawDatabase(ground.endpoint)
  try {
    await aMillionRated()
    const consumed = new Map<string, Reply['units'][]>()
    for (let i = 0; i < PEOPLE; i++)
      for (const [action, { status, body, units }] of await walk(ground, i)) {
        if (status >= 300) throw new Error(`${action}: ${status} ${JSON.stringify(body)}`)
        consumed.set(action, [...(consumed.get(action) ?? []), units])
      }
    for (const [action, each] of consumed) {
      const most = {
        read: quantile(
          each.map(({ read }) => read),
          1,
        ),
        write: quantile(
          each.map(({ write }) => write),
          1,
        ),
      }
      const limit = limits[action]
      const { read = Infinity, write = Infinity } = limit ?? {}
      print({ action, ...most, ...(limit && { limit, ok: most.read <= read && most.write <= write }) })
    }
    print(await cpuOfSafety())
    const baseline = await raw.unitsOfOne('cost')
    print({ action: 'the transaction of a booking sent raw', read: 0, write: baseline })
    const scanning = filesUnder('functions').filter((file) =>
      /ScanCommand|\.scan\(/.test(readFileSync(file, 'utf8')),
    )
    print({ action: 'files that read a table whole', files: scanning, ok: scanning.length === 0 })
  } finally {
    raw.close()
    await ground.stop()
  }
}

const TIMES = 5000
const MOST_CPU_MS = 0.5

/** What sealing a visitor and making the audit row of a booking take of the processor, beside a bare hash. */
async function cpuOfSafety(): Promise<object> {
  const { seal } = await import('../../functions/platform/crypto')
  const { audited, bySystem } = await import('../../functions/platform/audit')
  const { createHash } = await import('node:crypto')
  const by = bySystem('bench', new Date(0))
  const msOf = (work: (n: number) => unknown): number => {
    for (let n = 0; n < TIMES / 10; n++) work(n)
    const before = process.cpuUsage()
    for (let n = 0; n < TIMES; n++) work(n)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / TIMES
  }
  const text = JSON.stringify(visitor)
  const ms = msOf((n) => {
    const place = { table: 'bookings', key: `b${n}`, field: 'visitor' }
    return audited(by, {
      hallId: 'yonghe',
      object: `booking:b${n}`,
      after: { ...visitor, sealed: seal(text, place) },
    })
  })
  const bareMs = msOf((n) => createHash('sha256').update(`${text}${n}`).digest('hex'))
  const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
  return {
    action: 'to seal a visitor and make the audit row',
    cpuMs: rounded(ms),
    bareHashMs: rounded(bareMs),
    limit: { cpuMs: MOST_CPU_MS },
    ok: ms <= MOST_CPU_MS,
  }
}

/** The story of one person, each step with its answer. */
async function walk(ground: Ground, person: number): Promise<[string, Reply][]> {
  const resident = await ground.token('resident', `person-${person}`)
  const clerk = await ground.token('window-staff', 'clerk', ['yonghe'])
  const supervisor = await ground.token('supervisor', 'supervisor', ['yonghe'])
  const steps: [string, Reply][] = []
  const step = async (action: string, answer: Promise<Reply>): Promise<Reply['body']> => {
    steps.push([action, await answer])
    return steps.at(-1)![1].body
  }
  await step('a session, and an empty list', ground.get('/messages', resident))
  const slots = await openSlots(ground, 'yonghe')
  const [first, second] = [slots[person * 2]!, slots[person * 2 + 1]!]
  const guides = await step('the list of guides', ground.get('/services'))
  const serviceId = (guides.services as { serviceId: string }[])[0]!.serviceId
  await step('a search in the guides', ground.get(`/services?query=${encodeURIComponent('房子漏雨怎么办')}`))
  await step('a guide', ground.get(`/services/${serviceId}`))
  await step('a guide of a hall', ground.get(`/services/${serviceId}?hallId=yonghe`))
  await step('all halls', ground.get('/halls'))
  await step('a hall now', ground.get('/halls/yonghe'))
  await step('the slots of a day', ground.get('/halls/yonghe/slots?days=1'))
  await step('the slots of a week', ground.get('/halls/yonghe/slots'))
  const { bookingId } = await step(
    'book a slot',
    ground.post('/bookings', resident, { slotId: first, serviceId, visitor }),
  )
  await step('move a booking', ground.post(`/bookings/${bookingId}/reschedule`, resident, { slotId: second }))
  await step('cancel a booking', ground.post(`/bookings/${bookingId}/cancel`, resident, {}))
  const again = await step(
    'book a slot',
    ground.post('/bookings', resident, { slotId: first, serviceId, visitor }),
  )
  await step('my bookings', ground.get('/bookings', resident))
  await step(
    'the bookings of a day at the desk',
    ground.get('/desk/bookings?hallId=yonghe&date=2026-11-24', clerk),
  )
  await step('check in', ground.post(`/desk/bookings/${again.bookingId}/check-in`, clerk, {}))
  const received = {
    serviceId: HOUSE_CHECK,
    bookingId: again.bookingId,
    applicant: { ...visitor, name: `${visitor.name}${person}` },
    materials: [],
  }
  const { caseId } = await step('receive a case', ground.post('/desk/cases', clerk, received))
  await step('accept a case', ground.post(`/desk/cases/${caseId}/accept`, clerk, {}))
  const office = await ground.token('approver', 'office', ['yonghe', 'natural-resources'])
  const leader = await ground.token('leader', 'leader', ['yonghe'])
  await step('the inbox of an office', ground.get('/approvals?hallId=yonghe', office))
  const note = '两人到场看过，材料和现场一致，同意'
  await step('forward a case', ground.post(`/approvals/${caseId}/approve`, office, { note }))
  await step('decide a case', ground.post(`/approvals/${caseId}/approve`, leader, { note }))
  await step('the list of the desk', ground.get('/desk/cases?hallId=yonghe&list=to-issue', clerk))
  await step('issue a case', ground.post(`/desk/cases/${caseId}/issue`, clerk, {}))
  await step('my cases', ground.get('/cases', resident))
  await step('a case', ground.get(`/cases/${caseId}`, resident))
  const poor = { contact: 1, level: 'dissatisfied', tags: [], text: '等得太久' }
  await step('a poor rating and its follow-up', ground.post(`/cases/${caseId}/ratings`, resident, poor))
  await step(
    'a good rating',
    ground.post(`/cases/${caseId}/ratings`, resident, { contact: 2, level: 'satisfied' }),
  )
  await step(
    'the follow-ups of a hall',
    ground.get('/oversight/follow-ups?hallId=yonghe&status=open', supervisor),
  )
  await step(
    'the sheet of a month, a million ratings',
    ground.get('/oversight/months/2026-11?hallId=yonghe', supervisor),
  )
  return steps
}

/** What half a year of a million ratings leaves in the months of a hall: larger numbers in the same items. */
async function aMillionRated(): Promise<void> {
  await import('../../functions/endpoints')
  const { database, tables } = await import('../../functions/platform/dynamo')
  const sums = [5, 4, 3, 2, 1].map((stars) => `g${stars} = :many`)
  const days = Array.from({ length: 31 }, (_, at) => String(at + 1).padStart(2, '0'))
  for (const month of ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'])
    await database.send(
      new UpdateCommand({
        TableName: tables.get('rating-months')!.name,
        Key: { hallMonth: `yonghe#${month}`, entry: 'sheet' },
        UpdateExpression: `SET ${[...sums, ...days.flatMap((day) => [`s${day} = :day`, `f${day} = :day`])].join(', ')}`,
        ExpressionAttributeValues: { ':many': 33_334, ':day': 9_999 },
      }),
    )
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    // on one machine a sweep stands in for the database, which forgets expired items by itself
    if (['node_modules', 'local'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : path.endsWith('.ts') ? [path] : []
  })
