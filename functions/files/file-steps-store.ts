/** The steps of a file: arrived, settled, handed in, given up; each one conditional write. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { FileForm, FileRefusal, FileTrust } from '@one-window/shared/files/file'
import { fileSettings } from '@one-window/shared/files/settings'
import type { By } from '../platform/audit'
import { database, type Write } from '../platform/dynamo'
import { inDays, seconds, table, written, type KeptFile } from './file-store'

type Item = Record<string, unknown>

/** What the check needs to know, with nothing opened. */
export type Arrived = Omit<KeptFile, 'name'>

/** The file whose bytes have arrived, from now on `checking`; undefined when nobody waits for them. A mark, no deed. */
export async function claimArrived(fileId: string): Promise<Arrived | undefined> {
  try {
    const { Attributes } = await database.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { fileId },
        UpdateExpression: 'SET #state = :checking',
        ConditionExpression: '#state IN (:promised, :checking)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':promised': 'promised', ':checking': 'checking' },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return Attributes as Arrived
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

/** What the check found. */
export type Found =
  | { refusal: FileRefusal }
  | { key: string; sha256: string; size: number; type: string; hasSmall?: true; pages?: number }

/** Settles a file that is checking, for good; false when it was settled before. */
export async function settleFile(file: Arrived, found: Found, by: By): Promise<boolean> {
  const clean = !('refusal' in found)
  const set: Item = {
    ...found,
    state: clean ? 'clean' : 'refused',
    expiresAt: inDays(by.now, clean ? fileSettings.unattachedDays : fileSettings.unusedDays),
  }
  return written([updated(file.fileId, set, [], { '#state': 'checking' })], by, file, set)
}

/** What a file is handed in for. */
export interface Attachment {
  /** `case:<id>`, `precheck:<id>`; one file belongs to one thing. */
  readonly of: string
  readonly materialId?: string
  readonly form?: FileForm
  readonly trust?: FileTrust
  /** What it was handed in for before; without it, nothing. */
  readonly from?: string
  /** It is forgotten then; without it, when what it belongs to says so. */
  readonly until?: Date
}

/**
 * The write that hands a file in, for somebody else's transaction. Its condition fails unless the file is clean, of the
 * hall it was read in, and belongs to nothing else.
 */
export const attachWrite = (
  { fileId, hallId }: Pick<KeptFile, 'fileId' | 'hallId'>,
  { from, until, ...to }: Attachment,
): Write =>
  updated(
    fileId,
    {
      ...Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined)),
      ...(until && { expiresAt: seconds(until) }),
    },
    until ? [] : ['expiresAt'],
    { '#state': 'clean', '#hallId': hallId, '#of': from },
  )

/** The write that gives a file up; its bytes follow. It fails when the file belongs to something else by now. */
export const dropWrite = ({ fileId, of }: KeptFile): Write => ({
  Delete: { TableName: table.name, Key: { fileId }, ...conditions({ '#of': of }) },
})

/** The write that takes its uploader out of a file, which stays with what it belongs to. */
export const namelessWrite = ({ fileId, uploaderId, of }: KeptFile, nobody: string): Write =>
  updated(fileId, { uploaderId: nobody }, [], { '#of': of, '#uploaderId': uploaderId })

/** What must hold, by name; undefined: the attribute must not be there. */
type Holding = Readonly<Record<`#${string}`, string | undefined>>

const conditions = (holding: Holding) => {
  const named = Object.entries(holding)
  const values = named.flatMap(([name, value]) =>
    value === undefined ? [] : [[`:was${name.slice(1)}`, value]],
  )
  return {
    ConditionExpression: [
      'attribute_exists(fileId)',
      ...named.map(([name, value]) =>
        value === undefined ? `attribute_not_exists(${name})` : `${name} = :was${name.slice(1)}`,
      ),
    ].join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(named.map(([name]) => [name, name.slice(1)])),
    ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) as Item }),
  }
}

function updated(fileId: string, set: Item, remove: readonly string[], holding: Holding): Write {
  const names = Object.keys(set)
  const { ExpressionAttributeNames, ExpressionAttributeValues, ...condition } = conditions(holding)
  return {
    Update: {
      TableName: table.name,
      Key: { fileId },
      UpdateExpression: [
        `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ...(remove.length > 0 ? [`REMOVE ${remove.join(', ')}`] : []),
      ].join(' '),
      ...condition,
      ExpressionAttributeNames: {
        ...ExpressionAttributeNames,
        ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: {
        ...ExpressionAttributeValues,
        ...Object.fromEntries(names.map((name) => [`:${name}`, set[name]])),
      },
    },
  }
}
