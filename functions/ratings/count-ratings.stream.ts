import { withKeys } from '../platform/key-ring'
import { eachRecord, type Batch, type Failed, type StreamRecord } from '../platform/stream-batch'
import { nextCheck } from './check-text'
import { countRating } from './count-rating'
import { ratingKeyOf } from './rating-store'
import { checkLater } from './unchecked-store'

/** Counts each new rating once, however often its record comes, and sees to it that its text is checked. */
export const countRatings = (batch: Batch, clock: () => Date): Promise<Failed> =>
  eachRecord(batch, 'a rating was not counted', async ({ eventName, dynamodb }: StreamRecord) => {
    if (eventName !== 'INSERT') return
    const { caseId, contact } = dynamodb?.Keys ?? {}
    const key = ratingKeyOf({ caseId: caseId?.S ?? '', contact: Number(contact?.N) })
    const { hiddenText, textCheck } = dynamodb?.NewImage ?? {}
    const now = clock()
    if (hiddenText && !textCheck) await checkLater(key, nextCheck(now.toISOString(), now))
    await countRating(key)
  })

export const handler = withKeys((batch: Batch): Promise<Failed> => countRatings(batch, () => new Date()))
