import { viewMonth } from '@one-window/shared/ratings/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { sheetOf } from './sheet-of'

export default implement(viewMonth, async ({ month, hallId }, { caller, now }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  return sheetOf(hallId, month, now)
})
