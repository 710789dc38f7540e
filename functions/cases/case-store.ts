/** Cases (办件) and their numbers. What names a person is sealed, as are words written by hand. */
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Case, CaseSummary } from '@one-window/shared/cases/case'
import type { CaseStatus } from '@one-window/shared/cases/lifecycle'
import type { Day } from '@one-window/shared/foundation/time'
import type { Caller } from '@one-window/shared/identity/identity'
import { audited, type By } from '../platform/audit'
import { open, seal } from '../platform/crypto'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'

const summaryFields: (keyof CaseSummary)[] = [
  'caseNumber',
  'status',
  'hallId',
  'serviceId',
  'serviceName',
  'applicantName',
  'receivedAt',
  'promisedDays',
  'promisedDay',
  'promisedDayPending',
  'outcome',
  'handOver',
]
const projectedBeside = (...keys: string[]) => summaryFields.filter((field) => !keys.includes(field))

export const table = defineTable('cases', {
  caseId: { type: String, hashKey: true },
  ownerId: {
    type: String,
    index: {
      name: 'byOwner',
      type: 'global',
      rangeKey: 'receivedAt',
      project: projectedBeside('receivedAt'),
    },
  },
  receivedAt: String,
  deskQueue: {
    type: String,
    index: { name: 'byDesk', type: 'global', rangeKey: 'dueOrder', project: summaryFields },
  },
  dueOrder: String,
  promisedDayPending: {
    type: Number,
    index: {
      name: 'byPendingYear',
      type: 'global',
      rangeKey: 'acceptedAt',
      project: ['hallId', 'promisedDays', 'receivedAt'],
    },
  },
  acceptedAt: String,
  caseNumber: { type: String, index: { name: 'byNumber', type: 'global', project: false } },
})
const numbers = defineTable('case-numbers', { hallDay: { type: String, hashKey: true } })

/** A case as it is kept: without what depends on who looks. */
export type KeptCase = Omit<Case, 'hallName' | 'applicantName' | 'queryCode'> & {
  /** Absent for a walk-in, who has no account. */
  ownerId?: string
  /** The changes asked for, by request id, with the fingerprint of what was asked. */
  requests: Record<string, string>
}

type Item = Omit<KeptCase, 'applicant'> & {
  deskQueue: string
  dueOrder: string
  applicantName: string
  applicantPhone?: string
  applicantIdNumber?: string
}

/** Where a sealed value of a case lives. */
export const place = (caseId: string, field: string) => ({ table: 'cases', key: caseId, field })
/** The key of a hall's cases in one status. */
export const deskQueue = (hallId: string, status: CaseStatus): string => `${hallId}#${status}`

/** Due first: received ones by their arrival, accepted ones by their promised day, days not yet known last of their year. */
export const dueOrder = ({
  receivedAt,
  promisedDay,
  promisedDayPending,
}: Pick<KeptCase, 'receivedAt' | 'promisedDay' | 'promisedDayPending'>): string =>
  promisedDay !== undefined || promisedDayPending !== undefined
    ? `${promisedDay ?? `${promisedDayPending}-99-99`}#${receivedAt}`
    : receivedAt

const sealed = ({ applicant: { name, phone, idNumber }, ...kept }: KeptCase): Item => ({
  ...kept,
  deskQueue: deskQueue(kept.hallId, kept.status),
  dueOrder: dueOrder(kept),
  applicantName: seal(name, place(kept.caseId, 'applicantName')),
  ...(phone && { applicantPhone: seal(phone, place(kept.caseId, 'applicantPhone')) }),
  ...(idNumber && { applicantIdNumber: seal(idNumber, place(kept.caseId, 'applicantIdNumber')) }),
})

const opened = ({ applicantName, applicantPhone, applicantIdNumber, events, ...item }: Item): KeptCase => ({
  ...item,
  applicant: {
    name: open(applicantName, place(item.caseId, 'applicantName')),
    ...(applicantPhone && { phone: open(applicantPhone, place(item.caseId, 'applicantPhone')) }),
    ...(applicantIdNumber && {
      idNumber: open(applicantIdNumber, place(item.caseId, 'applicantIdNumber')),
    }),
  },
  events: events.map((event) =>
    event.note ? { ...event, note: open(event.note, place(item.caseId, 'note')) } : event,
  ),
})

/** A case whoever asks; for code that has settled whose it is. */
export const readCase = async (caseId: string, consistent: boolean): Promise<KeptCase | undefined> => {
  const { Item } = await database.send(
    new GetCommand({ TableName: table.name, Key: { caseId }, ConsistentRead: consistent }),
  )
  return Item && opened(Item as Item)
}

const isTheirs = ({ ownerId, hallId }: KeptCase, { role, personId, hallIds }: Caller): boolean =>
  role === 'resident' ? ownerId === personId : hallIds.includes(hallId)

/** A case that is the caller's own or of their hall; undefined when there is none or it is not theirs. */
export async function findCase(caseId: string, caller: Caller): Promise<KeptCase | undefined> {
  const found = await readCase(caseId, true)
  return found && isTheirs(found, caller) ? found : undefined
}

/** The case of a number; without one something is read all the same, so that both take as long. */
export async function findCaseOfNumber(caseNumber: string): Promise<KeptCase | undefined> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'byNumber',
      KeyConditionExpression: 'caseNumber = :number',
      ExpressionAttributeValues: { ':number': caseNumber },
    }),
  )
  return readCase(String(Items[0]?.caseId ?? 'none'), false)
}

/** The next serial of a hall's day. A request that fails afterwards leaves a gap, never a number used twice. */
export async function nextSerial(hallId: string, day: Day): Promise<number> {
  const { Attributes } = await database.send(
    new UpdateCommand({
      TableName: numbers.name,
      Key: { hallDay: `${hallId}.${day.replace(/-/g, '')}` },
      UpdateExpression: 'ADD serial :one',
      ExpressionAttributeValues: { ':one': 1 },
      ReturnValues: 'UPDATED_NEW',
    }),
  )
  return (Attributes as { serial: number }).serial
}

/** Saves a new case once, with its booking marked served in the same transaction; false when either was not possible. */
export async function saveNewCase(
  kept: KeptCase,
  bookingServed: Write | undefined,
  by: By,
): Promise<boolean> {
  const put: Write = {
    Put: {
      TableName: table.name,
      Item: sealed(kept),
      ConditionExpression: 'attribute_not_exists(caseId)',
    },
  }
  try {
    await transact(
      bookingServed ? [put, bookingServed] : [put],
      audited(by, { ...onCase(kept), after: kept }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}

/** Which case, for the audit. */
export const onCase = ({ hallId, caseId }: Pick<KeptCase, 'hallId' | 'caseId'>) => ({
  hallId,
  object: `case:${caseId}`,
})
