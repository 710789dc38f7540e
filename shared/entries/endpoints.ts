import * as z from 'zod/mini'
import { Case, CaseSummary } from '../cases/case'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { caseActs, matrix } from '../identity/matrix'
import { PlatformNumber } from './platform-number'

/** Writes down the city platform's number of a case (二次录入); one that was mistyped is written over. */
export const enterNumber = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/platform-number',
  summary: '填平台办件编号',
  allow: caseActs('enter'),
  input: z.object({ caseId: Id, platformNumber: PlatformNumber }),
  output: Case,
  refuses: ['not-found', 'wrong-status', 'number-taken'],
})

/** A case without the number; `late` when more than a working day has passed (体外循环). */
const Lacking = z.extend(
  z.pick(CaseSummary, {
    caseId: true,
    caseNumber: true,
    serviceName: true,
    applicantName: true,
    receivedAt: true,
  }),
  {
    late: z.boolean(),
  },
)
export type Lacking = z.infer<typeof Lacking>

/** The cases of a hall without the number of the city platform, oldest first; pages of 20. Names masked. */
export const listLacking = endpoint({
  method: 'GET',
  path: '/desk/lacking',
  summary: '还没有平台编号的办件',
  allow: matrix.deskLists,
  input: z.object({ hallId: Id, cursor: z.optional(Cursor) }),
  output: z.object({ cases: z.array(Lacking), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** What became, or would become, of a line that was pasted. */
export const EntryResult = z.enum([
  'enters',
  'same',
  'other-number',
  'number-taken',
  'no-such-case',
  'bad-number',
  'twice',
])
export type EntryResult = z.infer<typeof EntryResult>

/**
 * Enters numbers from the city platform's list, at most 100 lines a call. Without `confirm` nothing changes: every line
 * says what would become of it. Lines that are not right are left out, never guessed.
 */
export const importNumbers = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/platform-numbers',
  summary: '成批填平台办件编号',
  allow: caseActs('enter'),
  input: z.object({
    hallId: Id,
    rows: z
      .array(
        z.object({
          caseNumber: z.string().check(z.maxLength(60)),
          platformNumber: z.string().check(z.maxLength(80)),
        }),
      )
      .check(z.minLength(1, '没有贴进来一行'), z.maxLength(100, '一次最多100行，请分几次')),
    confirm: z._default(z.boolean(), false),
  }),
  output: z.object({
    /** In the order of the rows. */
    results: z.array(z.object({ line: z.number(), caseNumber: z.string(), result: EntryResult })),
    entered: z.number(),
  }),
  refuses: ['not-found'],
})
