/** Files (电子材料): what is known of each; the bytes lie in the object store. The name is sealed, it may name a person. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { FileShown } from '@one-window/shared/files/file'
import { fileTypes } from '@one-window/shared/files/may-upload'
import { fileSettings } from '@one-window/shared/files/settings'
import { audited, type By } from '../platform/audit'
import { open, seal } from '../platform/crypto'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

export const table = defineTable(
  'files',
  {
    fileId: { type: String, hashKey: true },
    uploaderId: { type: String, index: { name: 'byUploader', type: 'global', project: false } },
  },
  { expires: 'expiresAt', streamed: true },
)

/** A file as it is kept. */
export type KeptFile = FileShown & {
  readonly hallId: string
  readonly uploaderId: string
  /** What it was handed in for: `<kind>:<id>`. */
  readonly of?: string
  /** The words of the watermark; absent where none is drawn. */
  readonly mark?: string
  /** Of a clean one: where its bytes lie, and their fingerprint. */
  readonly key?: string
  readonly sha256?: string
  /** A small picture for lists lies beside it. */
  readonly hasSmall?: true
  /** The fingerprint of the request that asked for its ticket. */
  readonly asked: string
  /** When it is forgotten, in epoch seconds; absent for what it belongs to decides. */
  readonly expiresAt?: number
}
type Item = Record<string, unknown>

const DAY_SECONDS = 86_400
/** A moment as the table counts. */
export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)
/** So many days later. */
export const inDays = (now: Date, days: number): number => seconds(now) + days * DAY_SECONDS

const place = (fileId: string) => ({ table: 'files', key: fileId, field: 'name' })

/** Where an upload arrives, and where what was checked lies; neither says anything of a person. */
export const rawKey = (fileId: string): string => `raw/${fileId}`
export const cleanKey = (fileId: string, sha256: string): string => `clean/${fileId}/${sha256.slice(0, 16)}`

/** Where the small picture of a clean one lies. */
export const smallKey = (key: string): string => `${key}-small`

/** The name ends as what was kept is: a picture is kept as JPEG whatever it came as. */
const namedAs = (name: string, type: string): string => {
  const endings = fileTypes[type]?.endings ?? []
  const [, stem, ending = ''] = /^(.*)\.([a-z0-9]+)$/i.exec(name) ?? [undefined, name]
  return endings.includes(ending.toLowerCase()) ? name : `${stem}.${endings[0]}`
}

function fileOf(item: Item): KeptFile {
  const kept = item as unknown as KeptFile
  return { ...kept, name: namedAs(open(kept.name, place(kept.fileId)), kept.type) }
}

/** What of a file is shown to whoever may see it. */
export const shownFile = ({
  fileId,
  name,
  type,
  size,
  purpose,
  materialId,
  form,
  trust,
  state,
  refusal,
  pages,
  at,
}: KeptFile): FileShown => ({
  fileId,
  name,
  type,
  size,
  purpose,
  ...(materialId && { materialId }),
  form,
  trust,
  state,
  ...(refusal && { refusal }),
  ...(pages && { pages }),
  at,
})

/** The file of an id, strongly read, whoever asks; over is gone, even before the database forgets it. */
export async function readFileRow(fileId: string, now: Date): Promise<KeptFile | undefined> {
  const item = await readItem(table.name, { fileId })
  return item && !isOver(item, now) ? fileOf(item) : undefined
}
const isOver = ({ expiresAt }: Item, now: Date): boolean =>
  expiresAt !== undefined && Number(expiresAt) <= seconds(now)

/** Where the bytes of a file lie; undefined when none are kept, or it is gone. */
export const keptKey = async (fileId: string): Promise<string | undefined> =>
  (await readItem(table.name, { fileId }))?.key as string | undefined

/** The files of these ids, in their order, each once; what is gone is left out. For code that settles whose they are. */
export async function findFiles(fileIds: readonly string[]): Promise<KeptFile[]> {
  const items = await Promise.all([...new Set(fileIds)].map((fileId) => readItem(table.name, { fileId })))
  return items.flatMap((item) => (item ? [fileOf(item)] : []))
}

/** Saves what a ticket is for, once; false when this request was here before. */
export async function saveFile(file: KeptFile, by: By): Promise<boolean> {
  const item = {
    ...file,
    name: seal(file.name, place(file.fileId)),
    expiresAt: inDays(by.now, fileSettings.unusedDays),
  }
  const put: Write = {
    Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(fileId)' },
  }
  return written([put], by, file, { purpose: file.purpose })
}

/** The ids of everything somebody uploaded; the index may lag a moment behind. */
export async function listFileIdsOf(uploaderId: string): Promise<string[]> {
  const found: string[] = []
  let next: Item | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: 'byUploader',
        KeyConditionExpression: 'uploaderId = :uploader',
        ExpressionAttributeValues: { ':uploader': uploaderId },
        ExclusiveStartKey: next,
      }),
    )
    found.push(...Items.map(({ fileId }) => String(fileId)))
    next = LastEvaluatedKey
  } while (next)
  return found
}

/** Runs writes with the row of what was done to a file; false when a condition failed. */
export async function written(
  writes: readonly Write[],
  by: By,
  { fileId, hallId }: Pick<KeptFile, 'fileId' | 'hallId'>,
  after: unknown,
): Promise<boolean> {
  try {
    await transact(writes, audited(by, { hallId, object: `file:${fileId}`, after }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
