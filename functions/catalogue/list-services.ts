import { listServices } from '@one-window/shared/catalogue/endpoints'
import { searchServices } from '@one-window/shared/catalogue/search'
import { findHall } from '@one-window/shared/halls/halls'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findIndex, listSummaries } from './catalogue-store'

const PAGE = 50

/** Any window takes any matter (无差别受理), so a hall must exist but narrows nothing. */
export default implement(listServices, async ({ query = '', hallId, cursor = '0', ...filters }) => {
  if (hallId !== undefined && !findHall(hallId)) throw new Problem('not-found')
  const hits = searchServices(findIndex(), query, filters)
  const from = Number(cursor)
  const rows = listSummaries()
  const page = hits.slice(from, from + PAGE).flatMap(({ serviceId, words }) => {
    const row = rows.get(serviceId)
    return row ? [{ ...row, words }] : []
  })
  return {
    services: page,
    total: hits.length,
    ...(from + PAGE < hits.length && { cursor: String(from + PAGE) }),
  }
})
