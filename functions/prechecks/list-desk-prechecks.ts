import { listDeskPrechecks } from '@one-window/shared/prechecks/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listPrechecksAt } from './precheck-lists-store'

export default implement(listDeskPrechecks, async ({ hallId, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  return listPrechecksAt(hallId, cursor)
})
