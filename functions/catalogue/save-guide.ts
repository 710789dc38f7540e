import { saveGuide } from '@one-window/shared/catalogue/endpoints'
import { guideLifecycle } from '@one-window/shared/catalogue/guide-version'
import type { Service } from '@one-window/shared/catalogue/service'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findService } from './catalogue-store'
import { listVersions, saveVersion, type StoredVersion } from './guide-store'
import { changed, changesFrom, isRepeat, nextVersion, openOf, ownHall, problemsOf } from './guides'
import { catalogueOf, type HallCatalogue } from './hall-catalogue'
import { ownServiceId } from './own-service-id'

/** The id of a new service is the request's: sent again, it makes no second one. */
export default implement(saveGuide, async (asked, context) => {
  const { caller, now, request, replayed } = context
  const { hallId, serviceId = ownServiceId(request.id), revision, effectiveFrom, source } = asked
  ownHall(hallId, caller)
  const [catalogue, versions] = await Promise.all([catalogueOf(hallId, now), listVersions(hallId, serviceId)])
  if (asked.serviceId !== undefined && versions.length === 0 && !catalogue.find(serviceId))
    throw new Problem('not-found')
  const service: Service = { ...asked.service, serviceId }
  const before =
    versions.filter(({ state }) => state === 'approved').at(-1)?.service ?? findService(serviceId)
  const repeated = versions.find((version) => isRepeat(version, request))
  if (repeated) {
    replayed()
    return answered(repeated, before, catalogue)
  }
  const seen = openOf(versions)
  if (seen?.revision !== revision) throw new Problem('changed-meanwhile')
  const changes = {
    ...{ state: guideLifecycle.edit.to, service, effectiveFrom, source },
    ...{ author: caller.personId, savedAt: now.toISOString() },
  }
  const version = nextVersion(versions.at(-1)?.version, findService(serviceId) !== undefined)
  const fresh = { hallId, serviceId, version, revision: 0, requests: {} }
  const saved = changed({ ...fresh, ...changes, ...seen }, changes, request)
  if (!(await saveVersion(seen, saved, context))) throw new Problem('changed-meanwhile')
  return answered(saved, before, catalogue)
})

const answered = (saved: StoredVersion, before: Service | undefined, catalogue: HallCatalogue) => ({
  serviceId: saved.serviceId,
  version: saved.version,
  revision: saved.revision,
  differences: changesFrom(before, saved.service),
  problems: problemsOf(saved.service, catalogue),
})
