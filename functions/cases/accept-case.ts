import { promisedDay } from '@one-window/shared/cases/deadline'
import { acceptCase } from '@one-window/shared/cases/endpoints'
import { caseLifecycle } from '@one-window/shared/cases/lifecycle'
import { missingRequired } from '@one-window/shared/cases/materials'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { transitionCase } from './case-steps-store'
import { findCase } from './case-store'
import { showCase } from './show-case'

/** A year whose 放假安排 is not published holds up the day only, never the acceptance. */
export default implement(acceptCase, async ({ caseId }, context) => {
  const { caller, now } = context
  const found = await findCase(caseId, caller)
  if (!found) throw new Problem('not-found')
  const missing = missingRequired(found.materials)
  if (missing.length > 0 && actionsFrom(caseLifecycle, found.status).includes('accept'))
    throw new Problem('materials-missing', {
      detail: `还缺：${missing.map(({ name }) => name).join('、')}`,
      missing: missing.map(({ materialId, name }) => ({ materialId, name })),
    })
  const due = promisedDay(publishedCalendar, chinaDay(now), found.promisedDays)
  const accepted = await transitionCase(
    found,
    'accept',
    {
      acceptedAt: now.toISOString(),
      ...('day' in due ? { promisedDay: due.day } : { promisedDayPending: due.pendingYear }),
    },
    context,
  )
  return showCase(caller, accepted)
})
