import * as z from 'zod/mini'
import { Day, Instant } from '../foundation/time'
import { RatingLevel } from '../ratings/rating'

/** The four steps the policy names, in order: 回访 → 核实 → 整改 → 反馈. */
export const followUpSteps = [
  { step: 'callback', words: '回访' },
  { step: 'verify', words: '核实' },
  { step: 'rectify', words: '整改' },
  { step: 'report-back', words: '反馈' },
] as const

export const FollowUpStatus = z.enum(['open', 'closed'])
export type FollowUpStatus = z.infer<typeof FollowUpStatus>

/** A deadline by the working calendar: its day, or the year it waits for. */
const Deadline = z.object({ day: z.optional(Day), pendingYear: z.optional(z.number()) })

/** What the person who rated sees of the follow-up. */
export const FollowUpOpened = z.object({
  followUpId: z.string(),
  status: FollowUpStatus,
  openedAt: Instant,
  /** First contact with the person (回访) at the latest. */
  contactBy: Deadline,
  /** Everything finished and reported back at the latest. */
  finishBy: Deadline,
})
export type FollowUpOpened = z.infer<typeof FollowUpOpened>

/** The follow-up task (跟进任务) of a poor rating as the supervisor sees it; never who rated. */
export const FollowUp = z.extend(FollowUpOpened, {
  hallId: z.string(),
  level: RatingLevel,
  tags: z.array(z.string()),
  text: z.optional(z.string()),
  /** Why what was written is not shown: not checked yet, or found unfit. */
  textHidden: z.optional(z.enum(['pending', 'risky'])),
  serviceId: z.string(),
  serviceName: z.string(),
  contact: z.number(),
  /** The person asked not to be named; nobody can call back. */
  anonymous: z.boolean(),
})
export type FollowUp = z.infer<typeof FollowUp>
