import { listDeskCases } from '@one-window/shared/cases/endpoints'
import { maskName } from '@one-window/shared/identity/identity'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listCasesAt } from './case-lists-store'

export default implement(listDeskCases, async ({ hallId, list, cursor }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listCasesAt(hallId, list, cursor)
  return { ...page, cases: page.cases.map((row) => ({ ...row, applicantName: maskName(row.applicantName) })) }
})
