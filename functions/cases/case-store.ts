/**
 * Cases (办件): one collection of items each. `head` is what lists show and conditions ask, `dossier` what was handed in,
 * `0001`, `0002`, … its events, `ask` and `invite.<office>` what waits in an inbox beside the case itself. What names a
 * person, and every word written by hand, is sealed.
 */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseSummary } from '@one-window/shared/cases/case'
import { isInCharge } from '@one-window/shared/cases/may-do'
import type { Day } from '@one-window/shared/foundation/time'
import type { Caller } from '@one-window/shared/identity/identity'
import { officeKey } from '@one-window/shared/staff/post'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'
import { partsOf, wholeOf } from './case-parts'
import type { KeptCase } from './kept-case'

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
  'holder',
]
const inboxFields = ['about', 'since', 'urged'] as const
const projectedBeside = (...keys: string[]) => summaryFields.filter((field) => !keys.includes(field))

export const table = defineTable('cases', {
  caseId: { type: String, hashKey: true },
  part: { type: String, rangeKey: true },
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
  inbox: {
    type: String,
    index: {
      name: 'byInbox',
      type: 'global',
      rangeKey: 'dueOrder',
      project: [...summaryFields, ...inboxFields],
    },
  },
  dueOrder: String,
  caseNumber: { type: String, index: { name: 'byNumber', type: 'global', project: false } },
  // only while the number of the city platform is missing
  lacksNumber: {
    type: String,
    index: {
      name: 'byLacking',
      type: 'global',
      rangeKey: 'receivedAt',
      project: ['caseNumber', 'serviceName', 'applicantName'],
    },
  },
})
const numbers = defineTable('case-numbers', { hallDay: { type: String, hashKey: true } })

/** A case whoever asks, strongly read; for code that has settled whose it is. */
export async function readCase(caseId: string): Promise<KeptCase | undefined> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'caseId = :case',
      ExpressionAttributeValues: { ':case': caseId },
      ConsistentRead: true,
    }),
  )
  return wholeOf(Items)
}

/** True when the case is the caller's own, of their hall, of their office, or of what they are in charge of. */
function isTheirs(kept: KeptCase, { role, personId, hallIds, offices }: Caller): boolean {
  if (role === 'resident') return kept.ownerId === personId
  if (!hallIds.includes(kept.hallId)) return false
  if (role === 'leader') return isInCharge(kept, offices)
  if (role !== 'approver') return true
  const concerned = [...kept.route.steps.flatMap(({ officeId }) => officeId ?? []), ...kept.invited]
  return concerned.some((officeId) => offices.includes(officeKey(kept.hallId, officeId)))
}

/** A case the caller may see; undefined when there is none or it is not theirs. */
export async function findCase(caseId: string, caller: Caller): Promise<KeptCase | undefined> {
  const found = await readCase(caseId)
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
  return readCase(String(Items[0]?.caseId ?? 'none'))
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

/** Saves a new case once, with what else must hold; the reasons when something did not. */
export async function saveNewCase(
  kept: KeptCase,
  beside: readonly Write[],
  by: By,
): Promise<ConditionFailed | undefined> {
  const puts = partsOf(kept).map((Item): Write => ({
    Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(caseId)' },
  }))
  try {
    await transact([...puts, ...beside], audited(by, { ...onCase(kept), after: kept }))
    return undefined
  } catch (error) {
    if (error instanceof ConditionFailed) return error
    throw error
  }
}

/** Which case, for the audit. */
export const onCase = ({ hallId, caseId }: Pick<KeptCase, 'hallId' | 'caseId'>) => ({
  hallId,
  object: `case:${caseId}`,
})
