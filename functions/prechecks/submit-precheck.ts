import { submitPrecheck } from '@one-window/shared/prechecks/endpoints'
import { precheckSettings } from '@one-window/shared/prechecks/settings'
import { attachWrite, dropWrite, findFiles } from '../files/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { changed } from './changed'
import { inDays } from './in-days'

/** From now on the new photos belong to it, those that were replaced are deleted, and the desk sees it. */
export default implement(submitPrecheck, ({ precheckId, name }, context) =>
  changed(precheckId, 'submit', context, async ({ sent, round, hallId, attached }) => {
    const { now } = context
    if (round >= precheckSettings.mostRounds) throw new Problem('precheck-rounds-over')
    if (!Object.values(sent).some(({ ok }) => ok === undefined)) throw new Problem('precheck-empty')
    const shown = Object.entries(sent).flatMap(([materialId, { files }]) =>
      files.map((fileId) => ({ fileId, materialId })),
    )
    const added = shown.filter(({ fileId }) => !attached.includes(fileId))
    const replaced = attached.filter((fileId) => !shown.some((one) => one.fileId === fileId))
    const files = new Map(
      (await findFiles([...added.map(({ fileId }) => fileId), ...replaced])).map((file) => [
        file.fileId,
        file,
      ]),
    )
    if (added.some(({ fileId }) => files.get(fileId)?.state !== 'clean')) throw new Problem('file-not-ready')
    const expiresAt = inDays(now, precheckSettings.keptDays)
    const to = { of: `precheck:${precheckId}`, until: new Date(expiresAt * 1000) }
    return {
      changes: {
        name,
        round: round + 1,
        attached: shown.map(({ fileId }) => fileId),
        submittedAt: now.toISOString(),
        waitsAt: hallId,
        expiresAt,
      },
      beside: [
        ...added.map(({ fileId, materialId }) => attachWrite(files.get(fileId)!, { ...to, materialId })),
        ...replaced.flatMap((fileId) => (files.has(fileId) ? [dropWrite(files.get(fileId)!)] : [])),
      ],
    }
  }),
)
