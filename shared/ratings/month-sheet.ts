/** A month's figures as they travel: what was counted, what was published, what was corrected. */
import * as z from 'zod/mini'
import { Day, Instant, Month } from '../foundation/time'
import { Counter } from './month'

/** Which ratings a figure opens. */
export const Figure = z.enum([
  'all',
  'good',
  'poor',
  'excluded',
  'again',
  'again-good',
  'named',
  'called',
  'unreachable',
  'answered',
  'satisfied',
  'due',
  'closed',
  'in-time',
  'desk-code',
  'mini-program',
  'message',
  'desk-screen',
])
export type Figure = z.infer<typeof Figure>

/** Chinese words of the figures, as the head of what they open. */
export const figureWords: Readonly<Record<Figure, string>> = {
  all: '全部评价',
  good: '好评',
  poor: '差评',
  excluded: '不予采纳',
  again: '追评',
  'again-good': '追评里的好评',
  named: '实名差评',
  called: '回访过的',
  unreachable: '联系不上的',
  answered: '答了回访的',
  satisfied: '对回访满意的',
  due: '该办结的差评',
  closed: '办结的差评',
  'in-time': '按时办结的差评',
  'desk-code': '窗口扫码评的',
  'mini-program': '小程序评的',
  message: '消息链接评的',
  'desk-screen': '第二屏评的',
}

/** What was counted of a month. */
export const MonthCounts = z.object({
  counts: z.partialRecord(Counter, z.number()),
  /** Service contacts ended (服务次数), and cases finished, in the month up to the last whole day counted. */
  contacts: z.number(),
  finished: z.number(),
  countedTo: z.optional(Day),
  /** Domains with a rating, and with a guide. */
  units: z.number(),
  unitsObliged: z.number(),
})
export type MonthCounts = z.infer<typeof MonthCounts>

/** A figure that a published sheet gave and that stands otherwise since. */
export const Correction = z.object({ month: Month, name: z.string(), was: z.string(), is: z.string() })
export type Correction = z.infer<typeof Correction>

/** A month as it is read: as it stands, or as it was published. */
export const MonthSheet = z.extend(MonthCounts, {
  hallId: z.string(),
  month: Month,
  /** The sheet was published then, and does not change any more. */
  frozen: z.optional(z.object({ snapshotId: z.string(), at: Instant })),
  /** What this sheet corrects of earlier ones. */
  corrections: z.array(Correction),
  /** The months before, oldest first, for the small charts; this one last. */
  before: z.array(z.extend(MonthCounts, { month: Month })),
})
export type MonthSheet = z.infer<typeof MonthSheet>
