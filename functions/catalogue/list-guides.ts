import type { GuideRow } from '@one-window/shared/catalogue/curated'
import { listGuides } from '@one-window/shared/catalogue/endpoints'
import { searchServices } from '@one-window/shared/catalogue/search'
import type { Service } from '@one-window/shared/catalogue/service'
import { implement } from '../platform/implement'
import { listOpen, type StoredVersion } from './guide-store'
import { ownHall } from './guides'
import { catalogueOf } from './hall-catalogue'

const PAGE = 50

const rowOf = (
  { serviceId, plainName, name, domain, handlingType, promisedDays, state }: Service,
  version: number | undefined,
  open: StoredVersion | undefined,
): GuideRow => ({
  ...{ serviceId, plainName, name, domain, handlingType, promisedDays, state },
  ...(version !== undefined && { version }),
  ...(open && {
    open: {
      version: open.version,
      state: open.state,
      effectiveFrom: open.effectiveFrom,
      revision: open.revision,
    },
  }),
})

/** New services that are only drafts come first. */
export default implement(listGuides, async ({ hallId, query = '', show = 'all', cursor = '0' }, context) => {
  const { caller, now } = context
  ownHall(hallId, caller)
  const [catalogue, open] = await Promise.all([catalogueOf(hallId, now), listOpen(hallId)])
  const openOf = new Map(open.map((version) => [version.serviceId, version]))
  const asked = query.trim()
  const drafts = open
    .filter(({ serviceId }) => !catalogue.find(serviceId))
    .filter(({ service }) => `${service.plainName}${service.name}`.includes(asked))
    .map((version) => rowOf(version.service, undefined, version))
  const found = asked
    ? searchServices(catalogue.index, asked, {}).flatMap(({ serviceId }) => catalogue.find(serviceId) ?? [])
    : catalogue.listAll()
  const rows = [
    ...drafts,
    ...found.map(({ service, version }) => rowOf(service, version, openOf.get(service.serviceId))),
  ].filter((row) => {
    if (show === 'open') return row.open !== undefined
    if (show === 'awaiting') return row.open?.state === 'awaiting-approval'
    return show === 'all' || row.state !== 'in-use'
  })
  const from = Number(cursor)
  return {
    guides: rows.slice(from, from + PAGE),
    total: rows.length,
    awaiting: open.filter(({ state }) => state === 'awaiting-approval').length,
    ...(from + PAGE < rows.length && { cursor: String(from + PAGE) }),
  }
})
