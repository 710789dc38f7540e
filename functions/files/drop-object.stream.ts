import { log } from '../platform/log'
import { objects } from '../platform/objects'
import { rawKey, smallKey } from './file-store'

interface Image {
  fileId?: { S?: string | undefined }
  key?: { S?: string | undefined }
}
/** A record of the files' stream, as Lambda and the local run deliver it. */
interface StreamRecord {
  eventName?: string | undefined
  dynamodb?: { SequenceNumber?: string | undefined; OldImage?: Image | undefined } | undefined
}

/**
 * The bytes follow the row: when a file is given up or its time is over, what lies in the store goes. A record may come
 * twice; what is gone stays gone.
 */
export async function dropObjects(
  { Records }: { Records: readonly StreamRecord[] },
  now: Date,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const store = objects(now)
  for (const { eventName, dynamodb } of Records) {
    if (eventName !== 'REMOVE') continue
    const { fileId, key } = dynamodb?.OldImage ?? {}
    try {
      if (key?.S) for (const kept of [key.S, smallKey(key.S)]) await store.remove(kept)
      if (fileId?.S) await store.remove(rawKey(fileId.S))
    } catch (error) {
      log.error('the bytes of a file were not removed', { error: error as Error })
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

export const handler = (event: { Records: readonly StreamRecord[] }) => dropObjects(event, new Date())
