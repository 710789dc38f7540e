import { followUpOpenedMessage } from '@one-window/shared/notifications/follow-up-opened'
import { saveMessage } from '../notifications/public'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { findFollowUps } from './follow-up-store'

/** A record of the follow-ups' stream, as Lambda and the local run deliver it. */
interface StreamRecord {
  eventName?: string | undefined
  dynamodb?:
    { SequenceNumber?: string | undefined; Keys?: Record<string, { S?: string | undefined }> } | undefined
}

async function tell({ dynamodb }: StreamRecord): Promise<void> {
  const followUpId = dynamodb?.Keys?.followUpId?.S ?? ''
  const opened = (await findFollowUps([followUpId])).get(followUpId)
  if (!opened) return
  await saveMessage(
    {
      ...followUpOpenedMessage(opened, opened.anonymous),
      about: followUpId,
      personId: opened.ownerId,
      hallId: opened.hallId,
      caseId: opened.caseId,
    },
    bySystem('tell-resident', new Date(opened.openedAt)),
  )
}

/**
 * Tells the person who rated that their follow-up was opened. A record may come twice: the message stays one.
 * A record that fails is reported, and is delivered again with those after it.
 */
export const handler = withKeys(
  async (event: {
    Records: readonly StreamRecord[]
  }): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> => {
    for (const record of event.Records) {
      if (record.eventName !== 'INSERT') continue
      try {
        await tell(record)
      } catch (error) {
        log.error('a person was not told of their follow-up', { error: error as Error })
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
      }
    }
    return { batchItemFailures: [] }
  },
  ['index'],
)
