import { addDays, chinaDay, monthOf } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { suspicions } from '@one-window/shared/ratings/forged'
import type { Line } from './line-store'
import { linesOfMonth, saveSuspicion } from './month-lists-store'

/** Looks through yesterday's month of each hall for what looks like forged praise; answers how much it found. */
export async function findForged(now: Date): Promise<number> {
  const month = monthOf(addDays(chinaDay(now), -1))
  let found = 0
  for (const { hallId } of halls) {
    const lines = new Map<string, Line>()
    for await (const line of linesOfMonth(hallId, month)) lines.set(line.lineId, line)
    const looked = [...lines.values()].map((line) => ({ ...line, secondsAfter: line.after ?? Infinity }))
    for (const [lineId, why] of suspicions(looked)) {
      await saveSuspicion(lines.get(lineId)!, why)
      found += 1
    }
  }
  return found
}

/** Runs at night. */
export const handler = async (): Promise<void> => {
  await findForged(new Date())
}
