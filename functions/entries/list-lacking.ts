import { listLacking } from '@one-window/shared/entries/endpoints'
import { isLate } from '@one-window/shared/entries/late'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { maskName } from '@one-window/shared/identity/identity'
import { listLackingAt } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

export default implement(listLacking, async ({ hallId, cursor }, { caller, now }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listLackingAt(hallId, cursor)
  return {
    ...page,
    cases: page.cases.map((row) => ({
      ...row,
      applicantName: maskName(row.applicantName),
      late: isLate(publishedCalendar, row.receivedAt, chinaDay(now)),
    })),
  }
})
