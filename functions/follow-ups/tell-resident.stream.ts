import { withKeys } from '../platform/key-ring'
import { eachRecord, type Batch, type Failed, type StreamRecord } from '../platform/stream-batch'
import { tellSteps } from './tell-steps'

/** Each step is a revision: a record tells those since the one before it. */
async function tellOf({ eventName, dynamodb }: StreamRecord): Promise<void> {
  const { NewImage: now, OldImage: before, Keys } = dynamodb ?? {}
  const followUpId = Keys?.followUpId?.S ?? ''
  if (eventName === 'INSERT') await tellSteps(followUpId, 0)
  const [old, present] = [Number(before?.revision?.N ?? 0), Number(now?.revision?.N ?? 0)]
  if (eventName === 'MODIFY' && present > old) await tellSteps(followUpId, old + 1)
}

export const handler = withKeys(
  (batch: Batch): Promise<Failed> => eachRecord(batch, 'a person was not told of their follow-up', tellOf),
  ['index'],
)
