/** How a message travels by WeChat: tried again after a failure, never twice at once, never when it is too late. */
import type { Instant } from '../foundation/time'
import type { MessageKind } from './message'

/**
 * The receipt of a message. `sending` while somebody tries, `waiting` for the next try, then for good: `sent`,
 * `refused` by the person, `failed`, or `in-app` only, because WeChat was never allowed to tell.
 */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'refused' | 'failed' | 'in-app'

const MINUTE_MS = 60_000
/** Minutes from one failed try to the next; after the last nobody tries again. */
const RETRY_MINUTES = [1, 5, 30, 180]
/** A try that was not heard of for so long was broken off. */
export const TRY_MS = MINUTE_MS

/** When a message is tried again that failed so many times; undefined when it is not. */
export const nextTry = (attempts: number, now: Date): Instant | undefined => {
  const minutes = RETRY_MINUTES[attempts - 1]
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * MINUTE_MS).toISOString()
}

const HOUR_MS = 60 * MINUTE_MS
/** News of two days ago is not told late by WeChat, and nobody is reminded at night of tomorrow. */
export const isTooLate = ({ kind, at }: { kind: MessageKind; at: Instant }, now: Date): boolean =>
  now.getTime() - Date.parse(at) > (kind === 'booking-reminder' ? 5 : 48) * HOUR_MS
