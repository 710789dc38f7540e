/** The PDF of a paper of a case: loaded when somebody asks for one, so that no cold start reads it or its font. */
import type { Case } from '@one-window/shared/cases/case'
import { paperOf } from '@one-window/shared/papers/paper-of'
import type { PaperSources } from '@one-window/shared/papers/paper-sources'
import { drawPaper } from './draw-paper'

/** Undefined when the case has no such paper; `at` is when it is made. */
export async function paperFile(
  told: Case,
  paper: string,
  sources: PaperSources,
  at: Date,
): Promise<Buffer | undefined> {
  const found = paperOf(told, paper, sources)
  return found && drawPaper(found, at)
}
