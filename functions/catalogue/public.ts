/** What other capabilities may ask the catalogue. */
import type { Service } from '@one-window/shared/catalogue/service'
import { findHall } from '@one-window/shared/halls/halls'
import { findService } from './catalogue-store'
import { catalogueOf, contentOf, FIRST_VERSION } from './hall-catalogue'

export { findService, listSummaries } from './catalogue-store'

/** The guide by which a hall takes a case at a moment, and its version; undefined for what it does not take (暂停, 取消). */
export async function findGuide(
  hallId: string,
  serviceId: string,
  now: Date,
): Promise<{ service: Service; version: string } | undefined> {
  if (!findHall(hallId)) return undefined
  const found = (await catalogueOf(hallId, now)).find(serviceId)
  return found?.service.state === 'in-use'
    ? { service: found.service, version: String(found.version) }
    : undefined
}

/** A guide as it was in a version, for a case that was accepted under it. */
export async function findGuideVersion(
  hallId: string,
  serviceId: string,
  version: string,
): Promise<Service | undefined> {
  const first = findService(serviceId)
  if (first && version === String(FIRST_VERSION)) return first
  return contentOf(hallId, serviceId, Number(version))
}
