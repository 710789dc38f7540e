import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Id } from '../foundation/id'
import { Day } from '../foundation/time'
import { plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { DaySheet, OpenKind } from './hand-over'

/** The hand-over sheet of a hall's day: as it stands, or as it was sealed. Names masked. */
export const viewDay = endpoint({
  method: 'GET',
  path: '/desk/halls/{hallId}/days/{date}',
  summary: '当日移交清单',
  allow: matrix.deskLists,
  input: z.object({ hallId: Id, date: Day }),
  output: DaySheet,
  refuses: ['not-found'],
})

/**
 * Hands the day's papers over (移交) and seals the sheet. Everything still open needs its reason
 * (`day-has-open-things` lists what has none); a sealed day is never changed.
 */
export const handOverDay = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/days/{date}/hand-over',
  summary: '当日移交封存',
  allow: matrix.desk,
  input: z.object({
    hallId: Id,
    date: Day,
    seals: z
      .array(z.pipe(plainText(30, '封条号'), z.string().check(z.minLength(1, '请写封条号'))))
      .check(z.maxLength(20, '封存袋太多了')),
    reasons: z._default(
      z
        .array(
          z.object({
            caseId: Id,
            kind: OpenKind,
            reason: z.pipe(plainText(100, '原因'), z.string().check(z.minLength(1, '请写原因'))),
          }),
        )
        .check(z.maxLength(100)),
      [],
    ),
  }),
  output: DaySheet,
  refuses: ['not-found', 'day-has-open-things', 'day-handed-over'],
})
