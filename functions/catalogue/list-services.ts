import { listServices } from '@one-window/shared/catalogue/endpoints'
import { searchServices } from '@one-window/shared/catalogue/search'
import { implement } from '../platform/implement'
import { askedCatalogue } from './hall-catalogue'

const PAGE = 50

/** Any window takes any matter (无差别受理): a hall narrows nothing, but may have guides of its own. */
export default implement(listServices, async ({ query = '', hallId, cursor = '0', ...filters }, { now }) => {
  const { index, summaries } = await askedCatalogue(hallId, now)
  const hits = searchServices(index, query, filters)
  const from = Number(cursor)
  const page = hits.slice(from, from + PAGE).flatMap(({ serviceId, words }) => {
    const row = summaries.get(serviceId)
    return row ? [{ ...row, words }] : []
  })
  return {
    services: page,
    total: hits.length,
    ...(from + PAGE < hits.length && { cursor: String(from + PAGE) }),
  }
})
