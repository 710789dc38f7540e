import { listCaseFiles } from '@one-window/shared/cases/endpoints'
import { seesCaseFile } from '@one-window/shared/cases/seen-by'
import { findFiles, linkedFile } from '../files/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { fileIdsOf } from './attaching'
import { findCase } from './case-store'

export default implement(listCaseFiles, async ({ caseId }, { caller, now }) => {
  const found = await findCase(caseId, caller)
  if (!found) throw new Problem('not-found')
  const files = (await findFiles(fileIdsOf(found))).filter(
    ({ of, purpose }) => of === `case:${caseId}` && seesCaseFile(caller.role, purpose),
  )
  return { files: await Promise.all(files.map((file) => linkedFile(file, now))) }
})
