import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { findHall } from '@one-window/shared/halls/halls'
import { downloadPaper } from '@one-window/shared/papers/endpoints'
import { papersOf } from '@one-window/shared/papers/paper-kinds'
import { findCase, showCase } from '../cases/public'
import { findGuideVersion } from '../catalogue/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

/** As the caller reads the case, and without numbers: a file is sent on and stays. Registers are the hall's own. */
export default implement(downloadPaper, async ({ caseId, paper }, { caller, now }) => {
  const found = await findCase(caseId, caller)
  const hall = found && findHall(found.hallId)
  if (!found || !hall) throw new Problem('not-found')
  const { applicant, ...shown } = showCase(caller, found)
  const told = { ...shown, applicant: { name: applicant.name } }
  const ref = papersOf(told).find((one) => one.paper === paper)
  if (!ref || (ref.isInside && caller.role === 'resident')) throw new Problem('not-found')
  const service = await findGuideVersion(found.hallId, found.serviceId, found.guideVersion)
  const { paperFile } = await import('./paper-file.lazy')
  const pdf = await paperFile(told, paper, { hall, calendar: publishedCalendar, service }, now)
  if (!pdf) throw new Problem('not-found')
  return { fileName: `${ref.title}-${ref.number}.pdf`, pdf: pdf.toString('base64') }
})
