/** What other capabilities may ask of the record. */
import type { Day } from '@one-window/shared/foundation/time'
import { hallDayOf } from '../platform/audit'
import { rowsOfDay } from './row-store'

export { rowsOfDay }

/** What was touched at a hall on a day, each once, in the order it was first. */
export async function objectsOfDay(hallId: string, day: Day): Promise<string[]> {
  const objects = new Set<string>()
  for await (const { object } of rowsOfDay(hallDayOf(hallId, day))) objects.add(object)
  return [...objects]
}
