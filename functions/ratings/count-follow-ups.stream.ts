import { withKeys } from '../platform/key-ring'
import { eachRecord, type Batch, type Failed, type StreamRecord } from '../platform/stream-batch'
import { countRating } from './count-rating'

/** Brings what a poor rating counts for to where its follow-up stands, once a step. */
export const countFollowUps = (batch: Batch): Promise<Failed> =>
  eachRecord(batch, 'a follow-up was not counted', async ({ eventName, dynamodb }: StreamRecord) => {
    if (eventName !== 'INSERT' && eventName !== 'MODIFY') return
    const { caseId, contact } = dynamodb?.NewImage ?? {}
    await countRating({ caseId: caseId?.S ?? '', contact: Number(contact?.N) })
  })

export const handler = withKeys(countFollowUps)
