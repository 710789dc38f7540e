/**
 * The catalogue of one hall: what came with the product, and over it the versions the hall approved. Kept in memory; a
 * head of a few bytes tells at most every half a minute whether anything was approved elsewhere. What begins on a day
 * begins by the clock.
 */
import { inForceOn } from '@one-window/shared/catalogue/guide-version'
import { indexed, type SearchIndex } from '@one-window/shared/catalogue/search-index'
import { Domain, summarise, type Service, type ServiceSummary } from '@one-window/shared/catalogue/service'
import { chinaDay, type Day } from '@one-window/shared/foundation/time'
import { findHall } from '@one-window/shared/halls/halls'
import { fingerprint } from '../platform/crypto'
import { Problem } from '../platform/problem'
import { findIndex, findService, listBuiltIn, listSummaries } from './catalogue-store'
import { findApprovals, findVersion, listApproved, type Approved } from './guide-store'

/** The version of every guide that came with the product. */
export const FIRST_VERSION = 1
const LOOK_AGAIN_MS = 30_000

/** A guide in force; `since` is absent for one that came with the product. */
export interface InForce {
  service: Service
  version: number
  since?: Day
}

export interface HallCatalogue {
  /** The guide in force, in use or not. */
  find(serviceId: string): InForce | undefined
  /** Every service in force but cancelled ones, in the order of lists. */
  readonly summaries: ReadonlyMap<string, ServiceSummary>
  readonly index: SearchIndex
  /** Every service in force. */
  listAll(): InForce[]
}

const builtIn: HallCatalogue = {
  find: (serviceId) => {
    const service = findService(serviceId)
    return service && { service, version: FIRST_VERSION }
  },
  get summaries() {
    return listSummaries()
  },
  get index() {
    return findIndex()
  },
  listAll: () => listBuiltIn().map((service) => ({ service, version: FIRST_VERSION })),
}

interface Known {
  lookedAt: number
  approvals: number
  approved: readonly Approved[]
  /** Contents of approved versions, which never change. */
  services: Map<string, Service>
  compiled?: { day: Day; catalogue: HallCatalogue }
}
const known = new Map<string, Known>()
/** Halls somebody asks about right now: others wait for the same answer. */
const looking = new Map<string, Promise<Known>>()
/** Halls where this process has approved something: the next look must see it. */
const changedHere = new Set<string>()

async function look(hallId: string, now: Date): Promise<Known> {
  const before = known.get(hallId)
  const approvals = await findApprovals(hallId, { consistent: changedHere.delete(hallId) })
  const found: Known =
    before?.approvals === approvals
      ? { ...before, lookedAt: now.getTime() }
      : {
          lookedAt: now.getTime(),
          approvals,
          approved: approvals === 0 ? [] : await listApproved(hallId),
          services: before?.services ?? new Map<string, Service>(),
        }
  known.set(hallId, found)
  return found
}

const isFresh = (hallId: string, { lookedAt }: Known, now: Date): boolean =>
  !changedHere.has(hallId) && Math.abs(now.getTime() - lookedAt) < LOOK_AGAIN_MS

async function knownAt(hallId: string, now: Date): Promise<Known> {
  const last = known.get(hallId)
  if (last && isFresh(hallId, last, now)) return last
  let answer = looking.get(hallId)
  if (!answer) {
    answer = look(hallId, now).finally(() => looking.delete(hallId))
    looking.set(hallId, answer)
  }
  return answer
}

/** The catalogue of a hall at a moment. */
export async function catalogueOf(hallId: string, now: Date): Promise<HallCatalogue> {
  const of = await knownAt(hallId, now)
  if (of.approved.length === 0) return builtIn
  const day = chinaDay(now)
  if (of.compiled?.day !== day) of.compiled = { day, catalogue: await compile(hallId, of, day) }
  return of.compiled.catalogue
}

/** The catalogue somebody asks for: of a hall that must exist, or as it came with the product. */
export async function askedCatalogue(hallId: string | undefined, now: Date): Promise<HallCatalogue> {
  if (hallId === undefined) return builtIn
  if (!findHall(hallId)) throw new Problem('not-found')
  return catalogueOf(hallId, now)
}

/** Whoever approves here sees it at once. */
export const approvedHere = (hallId: string): void => void changedHere.add(hallId)

const nameOf = (serviceId: string, version: number): string => `${serviceId}#${version}`

/**
 * What an approved version of a hall says; undefined when there is none. It never changes, so it is kept once it was
 * read, and any copy of it will do.
 */
export async function contentOf(
  hallId: string,
  serviceId: string,
  version: number,
): Promise<Service | undefined> {
  const kept = known.get(hallId)?.services
  const name = nameOf(serviceId, version)
  const before = kept?.get(name)
  if (before) return before
  const stored =
    (await findVersion(hallId, serviceId, version, { consistent: false })) ??
    (await findVersion(hallId, serviceId, version))
  if (stored?.state !== 'approved') return undefined
  kept?.set(name, stored.service)
  return stored.service
}

async function compile(hallId: string, { approved }: Known, day: Day): Promise<HallCatalogue> {
  const byService = new Map<string, Approved[]>()
  for (const one of approved) byService.set(one.serviceId, [...(byService.get(one.serviceId) ?? []), one])
  const inForce = [...byService.values()].flatMap((versions) => inForceOn(versions, day) ?? [])
  const own = await Promise.all(
    inForce.map(async ({ serviceId, version, effectiveFrom }): Promise<[string, InForce][]> => {
      const service = await contentOf(hallId, serviceId, version)
      return service ? [[serviceId, { service, version, since: effectiveFrom }]] : []
    }),
  )
  return over(new Map(own.flat()))
}

/** The catalogue of the product with these versions over it; equal versions give an equal index. */
function over(own: ReadonlyMap<string, InForce>): HallCatalogue {
  const all = [
    ...builtIn.listAll().map((first) => own.get(first.service.serviceId) ?? first),
    ...[...own.values()].filter(({ service }) => !findService(service.serviceId)),
  ]
  const places = new Map(Domain.options.map((domain, place) => [domain, place]))
  const place = ({ service }: InForce): number => places.get(service.domain) ?? 0
  all.sort((one, other) => place(one) - place(other))
  const shown = all.filter(({ service }) => service.state !== 'cancelled')
  const first = findIndex()
  const rows = new Map(first.services.map((row) => [row.id, row]))
  const versions = [...own.values()].map(({ service, version }) => [service.serviceId, version])
  const index: SearchIndex = {
    ...first,
    version: fingerprint([first.version, versions]),
    services: shown.map(
      ({ service, since }) =>
        (since === undefined ? rows.get(service.serviceId) : undefined) ?? indexed(service),
    ),
  }
  const byId = new Map(all.map((one) => [one.service.serviceId, one]))
  return {
    find: (serviceId) => byId.get(serviceId),
    summaries: new Map(shown.map(({ service }) => [service.serviceId, summarise(service)])),
    index,
    listAll: () => all,
  }
}
