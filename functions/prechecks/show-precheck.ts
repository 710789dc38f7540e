import { materialWords } from '@one-window/shared/catalogue/guide'
import { chinaDay } from '@one-window/shared/foundation/time'
import { findHall } from '@one-window/shared/halls/halls'
import { maskName, type Caller } from '@one-window/shared/identity/identity'
import type { Precheck, PrecheckLine } from '@one-window/shared/prechecks/precheck'
import { precheckSettings } from '@one-window/shared/prechecks/settings'
import { findGuideVersion } from '../catalogue/public'
import { findFiles, linkedFile, type KeptFile } from '../files/public'
import type { KeptPrecheck } from './precheck-store'

/** The files of a pre-check; what is no longer kept is left out. */
export const filesOf = ({ sent }: Pick<KeptPrecheck, 'sent'>): Promise<KeptFile[]> =>
  findFiles(Object.values(sent).flatMap(({ files }) => files))

/** The lines of the guide's list, with what was sent for each. */
export async function linesOf<Sent>(
  {
    hallId,
    serviceId,
    guideVersion,
    sent,
  }: Pick<KeptPrecheck, 'hallId' | 'serviceId' | 'guideVersion' | 'sent'>,
  shown: (fileId: string) => Sent | undefined,
) {
  const guide = await findGuideVersion(hallId, serviceId, guideVersion)
  return (guide?.materials ?? []).map((material) => {
    const { files = [], ok, reason } = sent[material.materialId] ?? {}
    return {
      materialId: material.materialId,
      name: material.name,
      note: materialWords(material),
      necessity: material.necessity,
      isForm: material.source === 'form',
      files: files.flatMap((fileId) => shown(fileId) ?? []),
      ...(ok !== undefined && { ok }),
      ...(reason && { reason }),
    }
  })
}

/** A pre-check as the caller may see it: the name whole for its owner alone. */
export async function showPrecheck(kept: KeptPrecheck, { role }: Caller, now: Date): Promise<Precheck> {
  const shown = new Map<string, PrecheckLine['files'][number]>()
  for (const file of await filesOf(kept)) shown.set(file.fileId, await linkedFile(file, now))
  const { name, round, expiresAt } = kept
  return {
    ...kept,
    ...(name && { name: role === 'resident' ? name : maskName(name) }),
    hallName: findHall(kept.hallId)?.name ?? kept.hallId,
    roundsLeft: precheckSettings.mostRounds - round,
    lines: await linesOf(kept, (fileId) => shown.get(fileId)),
    ...(kept.status === 'draft' && { goneOn: chinaDay(new Date(expiresAt * 1000)) }),
  }
}
