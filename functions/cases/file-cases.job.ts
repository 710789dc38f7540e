import { endOfCase } from '@one-window/shared/cases/seen-by'
import { chinaDay, type Day } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { findHandOver } from '../hand-overs/public'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { endedAt } from './case-lists-store'
import { moveBySystem } from './case-move-store'
import { readCase } from './case-store'

/**
 * Files (归档) what has ended on a day that was handed over and sealed; returns how many. What ended on a day that was
 * not stays in the desk's list, so that nobody forgets it. Running it again changes nothing.
 */
export async function fileCases(now: Date): Promise<number> {
  let filed = 0
  for (const { hallId } of halls) {
    const sealed = new Map<Day, boolean>()
    const isSealed = async (day: Day): Promise<boolean> => {
      const known = sealed.get(day) ?? (await findHandOver(hallId, day)) !== undefined
      sealed.set(day, known)
      return known
    }
    for await (const caseId of endedAt(hallId)) {
      const kept = await readCase(caseId)
      const endedOn = kept && endOfCase(kept)
      if (!endedOn || !(await isSealed(endedOn))) continue
      const moved = await moveBySystem(caseId, bySystem('file-cases', now), ({ status, archivedOn }) =>
        archivedOn === undefined
          ? { action: 'archive', status, changes: { archivedOn: chinaDay(now) } }
          : undefined,
      )
      if (moved) filed += 1
    }
  }
  return filed
}

/** Runs at night. */
export const handler = withKeys(async (): Promise<void> => {
  const filed = await fileCases(new Date())
  if (filed > 0) log.info('cases filed', { filed })
})
