import { caseSettings } from '@one-window/shared/cases/settings'
import type { FileForm, FilePurpose } from '@one-window/shared/files/file'
import { attachWrite, findFiles } from '../files/public'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import type { Move } from './move'
import type { KeptCase } from './kept-case'

/** The files of a case, oldest first. */
export const fileIdsOf = ({ events }: Pick<KeptCase, 'events'>): string[] =>
  events.flatMap(({ files = [] }) => files)

interface Attached {
  readonly materialId?: string | undefined
  readonly form: FileForm
  /** What they may be for. */
  readonly purposes?: readonly FilePurpose[]
}

/**
 * Files the caller has uploaded in the hall of a case, handed in to it with the step they belong to. Refused as not there
 * when one is somebody else's, and as not ready when it was not looked through or belongs to something else by then.
 */
export async function attaching(
  kept: KeptCase,
  fileIds: readonly string[],
  { materialId, form, purposes }: Attached,
  { caller }: Pick<Context, 'caller'>,
): Promise<Pick<Move, 'files' | 'beside'>> {
  const files = await findFiles(fileIds)
  const theirs = files.filter(
    ({ uploaderId, hallId, purpose }) =>
      uploaderId === caller.personId &&
      hallId === kept.hallId &&
      purpose !== 'table' &&
      (!purposes || purposes.includes(purpose)),
  )
  if (theirs.length < new Set(fileIds).size) throw new Problem('not-found')
  const room = caseSettings.mostFiles - fileIdsOf(kept).length
  if (theirs.length > room)
    throw new Problem('bad-input', {
      errors: [{ pointer: '/fileIds', message: `这件的照片最多${caseSettings.mostFiles}个，已经满了` }],
    })
  const of = `case:${kept.caseId}`
  return {
    files: theirs.map(({ fileId }) => fileId),
    beside: {
      writes: theirs.map((file) => attachWrite(file, { of, form, ...(materialId && { materialId }) })),
      refused: new Problem('file-not-ready'),
    },
  }
}
