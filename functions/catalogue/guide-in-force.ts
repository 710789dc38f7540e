import type { Service } from '@one-window/shared/catalogue/service'
import { findService } from './catalogue-store'

/** The guide in force at a hall on a day, with its version; undefined when there is none. */
export async function findGuide(
  _hallId: string,
  serviceId: string,
  _now: Date,
): Promise<{ service: Service; version: string } | undefined> {
  const service = findService(serviceId)
  return service && { service, version: '1' }
}

/** A guide as it was in a version, for a case that was received under it. */
export async function findGuideVersion(
  _hallId: string,
  serviceId: string,
  _version: string,
): Promise<Service | undefined> {
  return findService(serviceId)
}
