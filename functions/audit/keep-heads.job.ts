import { PEOPLE } from '@one-window/shared/audit/deed'
import { chinaDay } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { log } from '../platform/log'
import { findHead } from './chain-store'
import { saveHead } from './head-store'

/** Keeps the day's head of every chain, in a table and in the log; running it again changes nothing. */
export async function keepHeads(now: Date): Promise<number> {
  let kept = 0
  for (const hallId of [...halls.map((hall) => hall.hallId), PEOPLE]) {
    const head = await findHead(hallId)
    if (!head || !(await saveHead({ hallId, seq: head.seq, hash: head.hash }, chinaDay(now)))) continue
    log.info('head of the audit', { hallId, seq: head.seq, hash: head.hash })
    kept += 1
  }
  return kept
}

export const handler = async (): Promise<void> => {
  await keepHeads(new Date())
}
