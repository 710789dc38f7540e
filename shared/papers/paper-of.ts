/** The papers of a case (rules: 4.3), each made of its data, the guide and what the hall has made known. */
import type { Case } from '../cases/case'
import { closingTime } from '../halls/hall'
import { extensionPaper, pausePaper } from './clock-papers'
import { gapsPaper, promisePaper } from './gaps-papers'
import type { Paper } from './paper'
import { papersOf, type PaperKind } from './paper-kinds'
import type { Made, PaperSources } from './paper-sources'
import { decisionPaper, issuePaper, postPaper, terminatePaper } from './result-papers'
import { acceptancePaper, declinePaper, informPaper, receiptPaper, supplementPaper } from './window-papers'

const makers: Readonly<Record<PaperKind, (made: Made) => Paper>> = {
  receipt: receiptPaper,
  supplement: supplementPaper,
  acceptance: acceptancePaper,
  promise: promisePaper,
  gaps: gapsPaper,
  decline: declinePaper,
  inform: informPaper,
  terminate: terminatePaper,
  pause: pausePaper,
  extension: extensionPaper,
  decision: decisionPaper,
  post: postPaper,
  issue: issuePaper,
}

/** A paper of a case by its name in the list; undefined when the case has no such paper. */
export function paperOf(told: Case, paper: string, sources: PaperSources): Paper | undefined {
  const ref = papersOf(told).find((one) => one.paper === paper)
  return (
    ref &&
    makers[ref.kind]({
      ...sources,
      told,
      ref,
      name: sources.name ?? told.applicant.name,
      closes: closingTime(sources.hall.hours),
    })
  )
}
