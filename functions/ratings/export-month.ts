import { chinaClock, chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { roleWords } from '@one-window/shared/foundation/roles'
import { findHall } from '@one-window/shared/halls/halls'
import { exportMonth } from '@one-window/shared/ratings/endpoints'
import { findAccount } from '../identity/public'
import { audited } from '../platform/audit'
import { transact } from '../platform/dynamo'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import type { Line } from './line-store'
import { listLines } from './month-lists-store'
import { sheetOf } from './sheet-of'
import { monthWorkbook } from './month-workbook'

/** S55: nobody carries more out at once. */
const MOST_ROWS = 5000

/** Whoever takes the figures out stands in the audit with the reason, and in the file. */
export default implement(exportMonth, async ({ month, hallId, reason }, context) => {
  const { caller, now } = context
  const hall = findHall(hallId)
  if (!hall || !caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const sheet = await sheetOf(hallId, month, now)
  const poor: Line[] = []
  let cursor: string | undefined
  do {
    const page = await listLines(hallId, month, 'poor', cursor)
    poor.push(...page.lines.filter(({ servedBy }) => servedBy !== caller.personId))
    cursor = page.cursor
  } while (cursor !== undefined && poor.length < MOST_ROWS)
  const name = (await findAccount(caller.personId))?.name ?? ''
  const mark = `${roleWords[caller.role]}${name} ${dayWords(chinaDay(now))}${chinaClock(now)}导出 用途：${reason}`
  const file = await monthWorkbook({
    hallName: hall.name,
    month,
    sheet,
    poor: poor.slice(0, MOST_ROWS),
    mark,
  })
  await transact([], audited(context, { hallId, object: `month:${hallId}.${month}`, reason }))
  return { fileName: `${hall.township}好差评${month}.xlsx`, file: file.toString('base64') }
})
