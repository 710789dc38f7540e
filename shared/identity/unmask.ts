/** Opening what is masked (看全): by whom, how long, how often. Every time leaves a row with its reason. */
import * as z from 'zod/mini'
import type { Role } from '../foundation/roles'
import { addDays, type Day } from '../foundation/time'
import { plainText } from './fields'

/** Why it is opened, as the audit keeps it. */
export const UnmaskReason = z.pipe(
  plainText(100, '查看原因'),
  z.string().check(z.minLength(1, '请写为什么要看')),
)

/** What names a person, whole. */
export const Unmasked = z.object({
  name: z.string(),
  phone: z.optional(z.string()),
  idNumber: z.optional(z.string()),
})
export type Unmasked = z.infer<typeof Unmasked>

/** Limits where no rule was found: to be confirmed by the centre (政务中心). */
export const unmaskSettings = {
  /** How often one person may open something within an hour. */
  perHour: 30,
  /** Natural days after the end of a matter in which the windows still may, to print and to call. */
  daysAfterEnd: 3,
} as const

/** True while a role may open a matter that ended on a day; windows only while it is open, or has just ended. */
export const mayUnmask = (role: Role, endedOn: Day | undefined, today: Day): boolean =>
  role !== 'window-staff' || endedOn === undefined || today <= addDays(endedOn, unmaskSettings.daysAfterEnd)
