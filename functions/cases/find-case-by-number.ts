import { timingSafeEqual } from 'node:crypto'
import { findCaseByNumber } from '@one-window/shared/cases/endpoints'
import { foundSteps } from '@one-window/shared/cases/found-case'
import { findHall } from '@one-window/shared/halls/halls'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findCaseOfNumber } from './case-store'
import { queryCodeOf } from './query-code'
import { giveTryBack, takeTry } from './query-try-store'

/**
 * The try is taken before anything is looked up, so that no number of tries at once is more than five; a right one is
 * given back.
 */
export default implement(findCaseByNumber, async ({ caseNumber, queryCode }, { now }) => {
  if (!(await takeTry(caseNumber, now))) throw new Problem('too-many-tries')
  const found = await findCaseOfNumber(caseNumber)
  const isRight = timingSafeEqual(Buffer.from(queryCode), Buffer.from(queryCodeOf(found?.caseId ?? 'none')))
  if (!found || !isRight) throw new Problem('not-found')
  await giveTryBack(caseNumber)
  return {
    ...found,
    hallName: findHall(found.hallId)?.name ?? found.hallId,
    steps: foundSteps(found.events),
  }
})
