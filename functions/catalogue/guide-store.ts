/**
 * The versions of guides that halls made themselves. A hall is one key: its versions, the list of what it approved, and a
 * head that counts approvals, so that whoever keeps the catalogue in memory learns of a change by one small read.
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import {
  isOpen,
  type GuideSource,
  type GuideState,
  type GuideVersion,
} from '@one-window/shared/catalogue/guide-version'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Day } from '@one-window/shared/foundation/time'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

/** `owner` is a hall, `approved.<hall>` or `head.<hall>`; `guideKey` is `<serviceId>#<version>`. */
const table = defineTable('guide-versions', {
  owner: { type: String, hashKey: true },
  guideKey: { type: String, rangeKey: true },
  /** The hall, while somebody works on the version. */
  openIn: {
    type: String,
    index: { name: 'byOpenIn', type: 'global', rangeKey: 'guideKey', project: true },
  },
})

/** A version as it is kept. */
export interface StoredVersion {
  hallId: string
  serviceId: string
  version: number
  state: GuideState
  effectiveFrom: Day
  service: Service
  source: GuideSource
  /** Ids of people; names are looked up. */
  author: string
  savedAt: string
  approver?: string
  decidedAt?: string
  returned?: string
  revision: number
  /** The check of a table that made it. */
  checkId?: string
  /** The requests that made it what it is, so that a repeated one is known. */
  requests: Readonly<Record<string, string>>
}

const WIDTH = 5
const guideKeyOf = (serviceId: string, version: number): string =>
  `${serviceId}#${String(version).padStart(WIDTH, '0')}`
const approvedBy = (hallId: string): string => `approved.${hallId}`
const headKey = (hallId: string) => ({ owner: `head.${hallId}`, guideKey: 'head' })

const itemOf = (stored: StoredVersion): Record<string, unknown> => ({
  owner: stored.hallId,
  guideKey: guideKeyOf(stored.serviceId, stored.version),
  ...(isOpen(stored.state) && { openIn: stored.hallId }),
  ...stored,
})
const versionOf = (item: Record<string, unknown>): StoredVersion => {
  const { owner: _owner, guideKey: _key, openIn: _open, ...stored } = item
  return stored as unknown as StoredVersion
}

async function query(
  input: Omit<ConstructorParameters<typeof QueryCommand>[0], 'TableName'>,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  let next: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({ TableName: table.name, ...input, ExclusiveStartKey: next }),
    )
    found.push(...Items)
    next = LastEvaluatedKey
  } while (next)
  return found
}

/** All versions of a guide at a hall, earliest first, strongly read. */
export const listVersions = async (hallId: string, serviceId: string): Promise<StoredVersion[]> =>
  (
    await query({
      KeyConditionExpression: '#owner = :hall AND begins_with(guideKey, :service)',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':hall': hallId, ':service': `${serviceId}#` },
      ConsistentRead: true,
    })
  ).map(versionOf)

/** One version, as it was approved or as it is worked on. */
export async function findVersion(
  hallId: string,
  serviceId: string,
  version: number,
  read: { consistent?: boolean } = {},
): Promise<StoredVersion | undefined> {
  const item = await readItem(table.name, { owner: hallId, guideKey: guideKeyOf(serviceId, version) }, read)
  return item && versionOf(item)
}

/** What somebody works on at a hall, drafts and what waits for approval. */
export const listOpen = async (hallId: string): Promise<StoredVersion[]> =>
  (
    await query({
      IndexName: 'byOpenIn',
      KeyConditionExpression: 'openIn = :hall',
      ExpressionAttributeValues: { ':hall': hallId },
    })
  ).map(versionOf)

/** Where each version of a hall stands, without content: strongly read, for comparing a whole table with it. */
export type VersionMark = Pick<StoredVersion, 'serviceId' | 'version' | 'state' | 'revision' | 'checkId'>
export const listMarks = async (hallId: string): Promise<VersionMark[]> =>
  (await query({
    KeyConditionExpression: '#owner = :hall',
    ProjectionExpression: 'serviceId, #version, #state, revision, checkId',
    ExpressionAttributeNames: { '#owner': 'owner', '#version': 'version', '#state': 'state' },
    ExpressionAttributeValues: { ':hall': hallId },
    ConsistentRead: true,
  })) as unknown as VersionMark[]

/** How often a hall has approved a version; 0 for a hall without own ones. At most one read unit. */
export const findApprovals = async (hallId: string, read: { consistent: boolean }): Promise<number> =>
  Number((await readItem(table.name, headKey(hallId), read))?.approvals ?? 0)

/** An approved version by its key: enough to tell which one is in force on a day. */
export type Approved = Pick<StoredVersion, 'serviceId' | 'version' | 'effectiveFrom'>

/** Every version a hall has approved; strongly read, so that it is never older than the head that was read before. */
export const listApproved = async (hallId: string): Promise<Approved[]> =>
  (await query({
    KeyConditionExpression: '#owner = :approved',
    ProjectionExpression: 'serviceId, #version, effectiveFrom',
    ExpressionAttributeNames: { '#owner': 'owner', '#version': 'version' },
    ExpressionAttributeValues: { ':approved': approvedBy(hallId) },
    ConsistentRead: true,
  })) as unknown as Approved[]

/**
 * Writes a version over the one that was read, or anew; an approval also into the list and the head. False when
 * somebody else was faster.
 */
export async function saveVersion(
  seen: StoredVersion | undefined,
  to: StoredVersion,
  by: By,
  reason?: string,
): Promise<boolean> {
  const { hallId, serviceId, version } = to
  const key = guideKeyOf(serviceId, version)
  const approval: Write[] =
    to.state === 'approved'
      ? [
          {
            Put: {
              TableName: table.name,
              Item: {
                owner: approvedBy(hallId),
                guideKey: key,
                serviceId,
                version,
                effectiveFrom: to.effectiveFrom,
              },
            },
          },
          {
            Update: {
              TableName: table.name,
              Key: headKey(hallId),
              UpdateExpression: 'ADD approvals :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
        ]
      : []
  const write: Write = {
    Put: {
      TableName: table.name,
      Item: itemOf(to),
      ...(seen
        ? {
            ConditionExpression: '#state = :state AND revision = :revision',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':state': seen.state, ':revision': seen.revision },
          }
        : { ConditionExpression: 'attribute_not_exists(guideKey)' }),
    },
  }
  try {
    const deed = { hallId, object: `guide:${key}`, before: seen, after: to, ...(reason && { reason }) }
    await transact([write, ...approval], audited(by, deed))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}

/** What of a version those who keep the guides are told; people by name. */
export const told = (
  { version, state, effectiveFrom, source, savedAt, decidedAt, returned, revision, ...by }: StoredVersion,
  nameOf: (personId: string) => string,
): GuideVersion => ({
  version,
  state,
  effectiveFrom,
  source,
  author: nameOf(by.author),
  savedAt,
  ...(by.approver && { approver: nameOf(by.approver) }),
  ...(decidedAt && { decidedAt }),
  ...(returned && { returned }),
  revision,
})
