import type { Caller } from '@one-window/shared/identity/identity'
import { setPrecheckMaterial } from '@one-window/shared/prechecks/endpoints'
import { precheckSettings } from '@one-window/shared/prechecks/settings'
import { findGuideVersion } from '../catalogue/public'
import { findFiles } from '../files/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { changed, wrongStatus } from './changed'
import type { KeptPrecheck, SentMaterial } from './precheck-store'

/** Nothing may be exchanged while the window looks, nor what it has found right. */
export default implement(setPrecheckMaterial, ({ precheckId, materialId, fileIds }, context) =>
  changed(precheckId, undefined, context, async (found) => {
    const { hallId, serviceId, guideVersion, sent, status } = found
    const before = sent[materialId]
    const guide = await findGuideVersion(hallId, serviceId, guideVersion)
    if (!guide?.materials.some((line) => line.materialId === materialId)) throw new Problem('not-found')
    if ((status !== 'draft' && status !== 'answered') || before?.ok === true) throw wrongStatus(found)
    const files = [...new Set(fileIds)]
    const others = Object.entries(sent).flatMap(([id, { files: theirs }]) =>
      id === materialId ? [] : theirs,
    )
    if (others.length + files.length > precheckSettings.mostFiles)
      throw new Problem('bad-input', {
        errors: [{ pointer: '/fileIds', message: '一次预审最多10张照片，请去掉几张' }],
      })
    if (files.some((fileId) => others.includes(fileId)) || !(await areTheirs(files, found, context.caller)))
      throw new Problem('not-found')
    const next: Record<string, SentMaterial> = { ...sent, [materialId]: { files } }
    if (files.length === 0) delete next[materialId]
    return { changes: { sent: next, fileCount: others.length + files.length } }
  }),
)

/** Every file is one that the caller uploaded for this hall, and that belongs to nothing else. */
async function areTheirs(
  fileIds: readonly string[],
  { hallId, precheckId }: KeptPrecheck,
  { personId }: Caller,
): Promise<boolean> {
  const files = await findFiles(fileIds)
  return (
    files.length === fileIds.length &&
    files.every(
      ({ uploaderId, purpose, of, ...file }) =>
        uploaderId === personId &&
        file.hallId === hallId &&
        purpose === 'material' &&
        (of === undefined || of === `precheck:${precheckId}`),
    )
  )
}
