import { confirmTable } from '@one-window/shared/catalogue/endpoints'
import type { ChangedRow } from '@one-window/shared/catalogue/read-row'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findService } from './catalogue-store'
import { saveVersion, type StoredVersion } from './guide-store'
import { nextVersion } from './guides'
import { checkFile } from './table-check'

/** As many as are surely written before a function must answer. */
const AT_A_TIME = 200
const TOGETHER = 8

/** What was written is known by the check's id on it: sent again, it writes the rest and nothing twice. */
export default implement(confirmTable, async (asked, context) => {
  const { hallId, fileId, checkId, effectiveFrom, source } = asked
  const { caller, now, request, replayed } = context
  if (effectiveFrom < chinaDay(now))
    throw new Problem('bad-input', {
      errors: [{ pointer: '/effectiveFrom', message: '生效日已经过去，请改成今天或以后' }],
    })
  const check = await checkFile(hallId, fileId, context, checkId)
  if (check.checkId !== checkId) throw new Problem('changed-meanwhile')
  if (check.problems.length > 0) throw new Problem('table-has-problems', { problems: check.problems })
  const left = check.changes.filter(({ service }) => !check.written.has(service.serviceId))
  const draftOf = ({ service, effectiveFrom: begins = effectiveFrom }: ChangedRow): StoredVersion => {
    const latest = check.marks.get(service.serviceId)?.at(-1)?.version
    return {
      ...{ hallId, serviceId: service.serviceId, service, effectiveFrom: begins, source, checkId },
      version: nextVersion(latest, findService(service.serviceId) !== undefined),
      ...{ state: 'draft', author: caller.personId, savedAt: now.toISOString(), revision: 1 },
      requests: { [request.id]: request.body },
    }
  }
  const batch = left.slice(0, AT_A_TIME)
  for (let at = 0; at < batch.length; at += TOGETHER) {
    const saved = await Promise.all(
      batch.slice(at, at + TOGETHER).map((row) => saveVersion(undefined, draftOf(row), context)),
    )
    if (saved.includes(false)) throw new Problem('changed-meanwhile')
  }
  if (left.length === 0) replayed()
  return { drafted: check.changes.length - left.length + batch.length, left: left.length - batch.length }
})
