import { listMonthRatings } from '@one-window/shared/ratings/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listLines } from './month-lists-store'

/** Whoever served does not find their own among them. */
export default implement(listMonthRatings, async ({ month, hallId, figure, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const { lines, cursor: next } = await listLines(hallId, month, figure, cursor)
  return {
    ratings: lines.filter(({ servedBy }) => servedBy !== caller.personId),
    ...(next !== undefined && { cursor: next }),
  }
})
