import { log } from '../platform/log'
import { chainIds } from './chains'
import { lagOf } from './waiting'

/** Rows are linked within this; an alarm in the cloud waits for more. */
const MOST_SECONDS = 300
/** The words by which the alarm finds the figure. */
export const sealingLag = 'how long audit rows wait'

/** How long the oldest row of any hall has waited for its link, in seconds; said each time. */
export async function watchSealing(now: Date): Promise<number> {
  let [worst, hall] = [0, '']
  for (const hallId of chainIds) {
    const lagSeconds = await lagOf(hallId, now)
    if (lagSeconds > worst) [worst, hall] = [lagSeconds, hallId]
  }
  const figure = { lagSeconds: worst, ...(worst > 0 && { hallId: hall }) }
  if (worst > MOST_SECONDS) log.error(sealingLag, figure)
  else log.info(sealingLag, figure)
  return worst
}

export const handler = async (): Promise<void> => {
  await watchSealing(new Date())
}
