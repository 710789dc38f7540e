import { viewDay } from '@one-window/shared/hand-overs/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findHandOver } from './hand-over-store'
import { sheetOf } from './sheet-of'

export default implement(viewDay, async ({ hallId, date }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  return (await findHandOver(hallId, date))?.sheet ?? sheetOf(hallId, date)
})
