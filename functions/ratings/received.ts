import type { Day, Month } from '@one-window/shared/foundation/time'
import { releasedOf } from '@one-window/shared/ratings/mine'
import { derivedId } from '../platform/crypto'
import { receivedBy, type Received } from './month-lists-store'

/** What a clerk names a rating of theirs by: theirs alone, and it leads to no case. */
export const referenceOf = (personId: string, { lineId }: Pick<Received, 'lineId'>): string =>
  derivedId('received', personId, lineId)

/** The ratings of a clerk's month that may be read by now. */
export async function releasedTo(personId: string, month: Month, today: Day): Promise<Received[]> {
  const all = await receivedBy(personId, month)
  return all.slice(0, releasedOf(month, all.length, today))
}

/** A rating by the reference of the clerk who received it; undefined while it may not be read. */
export const findReceived = async (
  personId: string,
  month: Month,
  reference: string,
  today: Day,
): Promise<Received | undefined> =>
  (await releasedTo(personId, month, today)).find((one) => referenceOf(personId, one) === reference)
