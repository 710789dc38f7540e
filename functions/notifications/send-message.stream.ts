import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { tellByWechat } from './tell-by-wechat'

/** A record of the messages' stream, as Lambda and the local run deliver it. */
interface StreamRecord {
  eventName?: string | undefined
  dynamodb?:
    { SequenceNumber?: string | undefined; Keys?: Record<string, { S?: string | undefined }> } | undefined
}
interface Batch {
  Records: readonly StreamRecord[]
}
interface Failed {
  batchItemFailures: { itemIdentifier: string }[]
}

/**
 * Tells each new message by WeChat, once, however often its record comes. What fails here, not at WeChat, is reported
 * and delivered again with what follows.
 */
export async function sendMessages({ Records }: Batch, clock: () => Date): Promise<Failed> {
  for (const { eventName, dynamodb } of Records) {
    if (eventName !== 'INSERT') continue
    const { personId, messageId } = dynamodb?.Keys ?? {}
    try {
      await tellByWechat({ personId: personId?.S ?? '', messageId: messageId?.S ?? '' }, clock())
    } catch (error) {
      log.error('a message was not sent', { error: error as Error })
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

export const handler = withKeys((batch: Batch): Promise<Failed> => sendMessages(batch, () => new Date()))
