/** Rows that wait for their link: how long the oldest one has. */
import { addDays, chinaDay, daysBetween } from '@one-window/shared/foundation/time'
import type { Link } from '@one-window/shared/audit/chain'
import { findHead, lookBack } from './chain-store'
import { firstRowAfter, rowsBetween } from './row-store'

/** Rows that waited for so long are looked for day by day; the alarm has rung since. */
const MOST_DAYS = 7
/** Rows come to the stream a little out of order; after so long each is in its link. */
const IN_ORDER_AFTER_MS = 5 * 60_000
/** Looked at again by each watch, every 5 minutes: each row three times. */
const WATCHED_MS = 20 * 60_000

const waited = (now: Date, at: string | undefined): number =>
  at === undefined ? 0 : Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1000))

/**
 * Seconds that the oldest row beyond the last link has waited, and that link; 0 when there is none. Costs a read of
 * the link and one query for each day since.
 */
export async function lagBeyondHead(
  hallId: string,
  now: Date,
): Promise<{ head: Link | undefined; lagSeconds: number }> {
  const head = await findHead(hallId)
  const today = chinaDay(now)
  const upTo = head?.upTo ?? ''
  const sealed = upTo === '' ? undefined : chinaDay(new Date(upTo.slice(0, 24)))
  const back = sealed === undefined ? MOST_DAYS : Math.min(MOST_DAYS, Math.max(0, daysBetween(sealed, today)))
  for (let day = addDays(today, -back); day <= today; day = addDays(day, 1)) {
    const oldest = await firstRowAfter(hallId, day, upTo)
    if (oldest) return { head, lagSeconds: waited(now, oldest.at) }
  }
  return { head, lagSeconds: 0 }
}

/**
 * The same, and also what the links passed over: rows of the last minutes that should stand in a link by now and stand
 * in none.
 */
export async function lagOf(hallId: string, now: Date): Promise<number> {
  const { lagSeconds } = await lagBeyondHead(hallId, now)
  const [from, until] = [WATCHED_MS, IN_ORDER_AFTER_MS].map((ms) =>
    new Date(now.getTime() - ms).toISOString(),
  ) as [string, string]
  const { linked } = await lookBack(hallId, from)
  for (const day of new Set([from, until].map((at) => chinaDay(new Date(at)))))
    for await (const { rowId, at } of rowsBetween(hallId, day, from, until))
      if (!linked.has(rowId)) return Math.max(lagSeconds, waited(now, at))
  return lagSeconds
}
