import { listMyCases } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { listCasesOf } from './case-lists-store'

/** Who in the hall has a case is no business of its owner. */
export default implement(listMyCases, async ({ cursor }, { caller }) => {
  const page = await listCasesOf(caller.personId, cursor)
  return { ...page, cases: page.cases.map(({ holder: _holder, ...row }) => row) }
})
