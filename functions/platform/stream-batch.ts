/** A batch of a table's stream, as Lambda and the local run deliver it. */
import { log } from './log'

/** An attribute of an image: a text or a number is all that is read. */
export type Image = Readonly<
  Record<string, { readonly S?: string | undefined; readonly N?: string | undefined }>
>

export interface StreamRecord {
  readonly eventName?: string | undefined
  readonly dynamodb?:
    | {
        readonly SequenceNumber?: string | undefined
        readonly Keys?: Image | undefined
        readonly NewImage?: Image | undefined
        readonly OldImage?: Image | undefined
      }
    | undefined
}

export interface Batch {
  readonly Records: readonly StreamRecord[]
}

/** What is told back: from which record the batch is delivered again. */
export interface Failed {
  batchItemFailures: { itemIdentifier: string }[]
}

/**
 * Does the work of each record in order. A record that fails is reported, and is delivered again with those after it;
 * `trouble` says in the log what was not done.
 */
export async function eachRecord(
  { Records }: Batch,
  trouble: string,
  work: (record: StreamRecord) => Promise<unknown>,
): Promise<Failed> {
  for (const record of Records)
    try {
      await work(record)
    } catch (error) {
      log.error(trouble, { error: error as Error })
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  return { batchItemFailures: [] }
}
