import * as z from 'zod/mini'
import { ClockTime, Day } from '../foundation/time'

/** A village or community station (村/社区便民服务站) under a township hall. */
export const Station = z.object({ stationId: z.string(), name: z.string() })
export type Station = z.infer<typeof Station>

/** Opening spans of a working day, in order, by season. */
export const OpeningSpan = z.object({ opens: ClockTime, closes: ClockTime })
export type OpeningSpan = z.infer<typeof OpeningSpan>

/** When a hall closes on a working day; half past five while its hours are not known. */
export const closingTime = (hours: readonly OpeningSpan[] = []): ClockTime =>
  hours[hours.length - 1]?.closes ?? '17:30'

/** A township hall (大厅). What the township has not confirmed is named in `unconfirmed`. */
export const Hall = z.object({
  hallId: z.string(),
  /** Statistical division code of the township. */
  code: z.string(),
  name: z.string(),
  township: z.string(),
  windows: z.number(),
  phone: z.nullable(z.string()),
  address: z.nullable(z.string()),
  hours: z.array(OpeningSpan),
  unconfirmed: z.array(z.enum(['windows', 'phone', 'address', 'hours'])),
  stations: z.array(Station),
})
export type Hall = z.infer<typeof Hall>

/** A hall as it is now: open until when, who is waiting, which days are closed. */
export const HallNow = z.extend(Hall, {
  now: z.object({
    open: z.boolean(),
    /** Open: closes at this time today. Closed: opens next on `day` at this time; absent when not known. */
    day: z.optional(Day),
    clock: z.optional(ClockTime),
    /** People checked in and not yet at a window. */
    waiting: z.number(),
  }),
  closures: z.array(z.object({ date: Day, reason: z.string() })),
})
export type HallNow = z.infer<typeof HallNow>
