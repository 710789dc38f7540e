/** Pre-checks (预审): what was sent ahead for which line of the guide, and what the window said. Names and words are sealed. */
import type { Precheck, PrecheckSummary } from '@one-window/shared/prechecks/precheck'
import { precheckLifecycle, seenByDesk, type PrecheckAction } from '@one-window/shared/prechecks/lifecycle'
import type { Caller } from '@one-window/shared/identity/identity'
import { audited, type By } from '../platform/audit'
import { open, seal } from '../platform/crypto'
import { ConditionFailed, defineTable, transact, type Write } from '../platform/dynamo'
import type { Context, RequestMark } from '../platform/implement'
import { Problem } from '../platform/problem'
import { readItem } from '../platform/read-item'

const summaryFields: (keyof PrecheckSummary)[] = [
  'status',
  'hallId',
  'serviceId',
  'serviceName',
  'submittedAt',
  'answeredAt',
  'outcome',
  'caseId',
]

export const table = defineTable(
  'prechecks',
  {
    precheckId: { type: String, hashKey: true },
    ownerId: {
      type: String,
      index: { name: 'byOwner', type: 'global', rangeKey: 'createdAt', project: summaryFields },
    },
    createdAt: String,
    // only while it waits for the window
    waitsAt: {
      type: String,
      index: {
        name: 'byDesk',
        type: 'global',
        rangeKey: 'submittedAt',
        project: ['serviceId', 'serviceName', 'name', 'round', 'fileCount'],
      },
    },
    submittedAt: String,
  },
  { expires: 'expiresAt' },
)

/** What was sent for one line of the guide, and what the window said of it. */
export interface SentMaterial {
  readonly files: readonly string[]
  readonly ok?: boolean
  readonly reason?: string
}

/** A pre-check as it is kept. */
export type KeptPrecheck = PrecheckSummary &
  Pick<Precheck, 'name' | 'round'> & {
    readonly ownerId: string
    /** The guide it is checked against. */
    readonly guideVersion: string
    /** By material of the guide. */
    readonly sent: Readonly<Record<string, SentMaterial>>
    /** The files that belong to it since they were sent. */
    readonly attached: readonly string[]
    readonly fileCount: number
    /** The hall, while it waits there. */
    readonly waitsAt?: string
    readonly revision: number
    /** The requests that made it what it is, each with the fingerprint of its body; the newest 20. */
    readonly requests: Readonly<Record<string, string>>
    /** In epoch seconds. */
    readonly expiresAt: number
  }
type Item = Record<string, unknown>

const MOST_REQUESTS = 20
/** Where a sealed value of a pre-check lives. */
export const place = (precheckId: string, field: 'name' | 'reason') => ({
  table: 'prechecks',
  key: precheckId,
  field,
})

const eachReason = (sent: KeptPrecheck['sent'], turn: (reason: string) => string): KeptPrecheck['sent'] =>
  Object.fromEntries(
    Object.entries(sent).map(([materialId, { reason, ...rest }]) => [
      materialId,
      { ...rest, ...(reason && { reason: turn(reason) }) },
    ]),
  )

const sealed = (precheckId: string, changes: Partial<KeptPrecheck>): Item => ({
  ...changes,
  ...(changes.name && { name: seal(changes.name, place(precheckId, 'name')) }),
  ...(changes.sent && {
    sent: eachReason(changes.sent, (reason) => seal(reason, place(precheckId, 'reason'))),
  }),
})

function opened(item: Item): KeptPrecheck {
  const kept = item as unknown as KeptPrecheck
  const { precheckId, name, sent } = kept
  return {
    ...kept,
    ...(name && { name: open(name, place(precheckId, 'name')) }),
    sent: eachReason(sent, (reason) => open(reason, place(precheckId, 'reason'))),
  }
}

/** The pre-check of an id, strongly read, whoever asks; what is over is gone, even before the database forgets it. */
export async function readPrecheck(precheckId: string, now?: Date): Promise<KeptPrecheck | undefined> {
  const item = await readItem(table.name, { precheckId })
  const isOver = now !== undefined && Number(item?.expiresAt) * 1000 <= now.getTime()
  return item && !isOver ? opened(item) : undefined
}

/** A pre-check that is the caller's own, or was sent to a hall the caller works for; undefined when there is none or it is not theirs. */
export async function findPrecheck(
  precheckId: string,
  { role, personId, hallIds }: Caller,
  now?: Date,
): Promise<KeptPrecheck | undefined> {
  const found = await readPrecheck(precheckId, now)
  if (!found) return undefined
  const theirs =
    role === 'resident'
      ? found.ownerId === personId
      : hallIds.includes(found.hallId) && seenByDesk.includes(found.status)
  return theirs ? found : undefined
}

/** Which pre-check, for the audit. */
const onPrecheck = ({ hallId, precheckId }: Pick<KeptPrecheck, 'hallId' | 'precheckId'>) => ({
  hallId,
  object: `precheck:${precheckId}`,
})

/** Saves a new one, once; false when this request was here before. */
export async function savePrecheck(kept: KeptPrecheck, by: By): Promise<boolean> {
  const put: Write = {
    Put: {
      TableName: table.name,
      Item: sealed(kept.precheckId, kept),
      ConditionExpression: 'attribute_not_exists(precheckId)',
    },
  }
  return written([put], by, kept, kept)
}

/** What changes of a pre-check; null takes it away. */
export type PrecheckChanges = {
  [Field in 'caseId' | 'name' | 'outcome' | 'round' | 'sent' | 'attached' | 'fileCount']?: KeptPrecheck[Field]
} & Partial<Pick<KeptPrecheck, 'submittedAt' | 'answeredAt' | 'expiresAt'>> & {
    waitsAt?: string | null
  }

/**
 * The write of a change, on the pre-check as it was read; with an action it takes the step, from a status the step may
 * start from.
 */
export function precheckWrite(
  read: KeptPrecheck,
  { waitsAt, ...changes }: PrecheckChanges,
  { action, request }: { action?: PrecheckAction; request?: RequestMark } = {},
): Write {
  const { precheckId, revision, requests } = read
  const from = action ? precheckLifecycle[action].from : [read.status]
  const set: Item = {
    ...sealed(precheckId, changes),
    ...(action && { status: precheckLifecycle[action].to }),
    ...(waitsAt && { waitsAt }),
    ...(request && {
      requests: Object.fromEntries(
        [...Object.entries(requests), [request.id, request.body]].slice(-MOST_REQUESTS),
      ),
    }),
    revision: revision + 1,
  }
  const names = Object.keys(set)
  return {
    Update: {
      TableName: table.name,
      Key: { precheckId },
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}${
        waitsAt === null ? ' REMOVE waitsAt' : ''
      }`,
      ConditionExpression: `#revision = :seen AND #status IN (${from.map((_, n) => `:from${n}`).join(', ')})`,
      ExpressionAttributeNames: {
        '#status': 'status',
        ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: {
        ...Object.fromEntries(names.map((name) => [`:${name}`, set[name]])),
        ...Object.fromEntries(from.map((status, n) => [`:from${n}`, status])),
        ':seen': revision,
      },
    },
  }
}

/** The write that deletes a pre-check as it was read. */
export const precheckDeletion = ({ precheckId, revision }: KeptPrecheck): Write => ({
  Delete: {
    TableName: table.name,
    Key: { precheckId },
    ConditionExpression: 'revision = :seen',
    ExpressionAttributeValues: { ':seen': revision },
  },
})

/** Runs writes with the row of what was done to a pre-check; false when a condition failed. */
export async function written(
  writes: readonly Write[],
  by: By,
  kept: KeptPrecheck,
  after: unknown,
): Promise<boolean> {
  try {
    await transact(writes, audited(by, { ...onPrecheck(kept), before: kept, after }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}

/** True when this very request already made it what it is; its key on another request is refused. */
export function isRepeated({ requests }: KeptPrecheck, { request, replayed }: Context): boolean {
  const body = requests[request.id]
  if (body === undefined) return false
  if (body !== request.body) throw new Problem('idempotency-key-reused')
  replayed()
  return true
}
