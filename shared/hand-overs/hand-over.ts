/** The hand-over of a day (当日移交): what was taken in and goes to the offices, what is still open, and who has it sealed. */
import * as z from 'zod/mini'
import { Day, Instant } from '../foundation/time'

/** One case whose papers go to an office that day, counted as they lie on the table. */
export const HandedCase = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  officialName: z.string(),
  /** Masked. */
  applicantName: z.string(),
  /** Where the papers go: an office of the township, or the county by post. */
  to: z.string(),
  materials: z.number(),
  originals: z.number(),
  copies: z.number(),
})
export type HandedCase = z.infer<typeof HandedCase>

/** A result that left the hall that day. */
export const IssuedCase = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  officialName: z.string(),
  applicantName: z.string(),
  how: z.enum(['self', 'proxy', 'post', 'by-itself', 'posted']),
  waybill: z.optional(z.string()),
})
export type IssuedCase = z.infer<typeof IssuedCase>

/** Why a day cannot simply be handed over. */
export const OpenKind = z.enum(['undecided', 'no-number', 'not-concluded', 'not-issued'])
export type OpenKind = z.infer<typeof OpenKind>

/** What each open thing is, as the desk reads it. */
export const openWords: Readonly<Record<OpenKind, string>> = {
  undecided: '收了件，还没受理、补正或不予受理',
  'no-number': '还没有二次录入',
  'not-concluded': '即办件还没办结',
  'not-issued': '即办件办结了还没出件',
}

export const OpenThing = z.object({
  kind: OpenKind,
  caseId: z.string(),
  caseNumber: z.string(),
  serviceName: z.string(),
  applicantName: z.string(),
})
export type OpenThing = z.infer<typeof OpenThing>

/** A day as it stands, or as it was handed over. */
export const DaySheet = z.object({
  date: Day,
  handed: z.array(HandedCase),
  issued: z.array(IssuedCase),
  /** Notices told that day, whose papers went back with the person. */
  supplements: z.number(),
  open: z.array(OpenThing),
  /** Absent until the day is handed over. */
  sealed: z.optional(
    z.object({
      at: Instant,
      by: z.string(),
      /** Bags and the numbers of their seals (封存袋、封条号). */
      seals: z.array(z.string()),
      reasons: z.array(z.object({ caseId: z.string(), kind: OpenKind, reason: z.string() })),
      /** The fingerprint of the sheet: one letter changed, and it is another. */
      fingerprint: z.string(),
    }),
  ),
})
export type DaySheet = z.infer<typeof DaySheet>
