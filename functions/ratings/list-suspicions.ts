import { listSuspicions } from '@one-window/shared/ratings/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listSuspected } from './month-lists-store'

export default implement(listSuspicions, async ({ month, hallId, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listSuspected(hallId, month, cursor)
  return { ...page, found: page.found.map(({ why, ...rating }) => ({ rating, why: [...why] })) }
})
