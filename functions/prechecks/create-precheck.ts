import { createPrecheck } from '@one-window/shared/prechecks/endpoints'
import { precheckSettings } from '@one-window/shared/prechecks/settings'
import { findGuide } from '../catalogue/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { inDays } from './in-days'
import { findPrecheck, isRepeated, savePrecheck, type KeptPrecheck } from './precheck-store'
import { showPrecheck } from './show-precheck'

/** The request's id is the pre-check's. */
export default implement(createPrecheck, async ({ hallId, serviceId }, context) => {
  const { caller, now, request } = context
  const guide = await findGuide(hallId, serviceId, now)
  if (!guide) throw new Problem('not-found')
  const precheck: KeptPrecheck = {
    precheckId: request.id,
    ownerId: caller.personId,
    status: 'draft',
    hallId,
    serviceId,
    serviceName: guide.service.plainName,
    guideVersion: guide.version,
    round: 0,
    sent: {},
    attached: [],
    fileCount: 0,
    createdAt: now.toISOString(),
    revision: 0,
    requests: { [request.id]: request.body },
    expiresAt: inDays(now, precheckSettings.draftDays),
  }
  if (await savePrecheck(precheck, context)) return showPrecheck(precheck, caller, now)
  const before = await findPrecheck(request.id, caller, now)
  if (!before || !isRepeated(before, context)) throw new Problem('not-found')
  return showPrecheck(before, caller, now)
})
