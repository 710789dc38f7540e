import { useMemo } from 'react'
import { listServices, viewSearchIndex } from '@one-window/shared/catalogue/endpoints'
import { searchServices, type SearchFilters } from '@one-window/shared/catalogue/search'
import type { SearchIndex } from '@one-window/shared/catalogue/search-index'
import type { ServiceSummary } from '@one-window/shared/catalogue/service'
import type { Trouble } from '@/gateways/refusal'
import { useSession } from '@/gateways/session'
import { useLoad, valueOf } from '../foundation/use-load'
import { usePaused } from '../foundation/use-paused'
import { myHallId } from '../halls/my-hall'

const INDEX_HOURS = 24

/** A guide found, with the words of it that matched. */
export interface FoundGuide {
  service: ServiceSummary
  marks: string[]
}

export type Guides =
  | { state: 'loading' }
  | { state: 'ready'; found: FoundGuide[]; total: number }
  | { state: 'failed'; trouble: Trouble; reload: () => void }

/**
 * Finds guides while a person types. The index is fetched once a day and searched on the phone, with or without a
 * network; until it is there the service is asked. Staff find the guides of their hall, a person those of theirs.
 */
export function useGuides(query: string, filters: SearchFilters): Guides {
  const hallId = useSession()?.hallIds[0] ?? myHallId()
  const kept = useLoad(viewSearchIndex, { hallId }, { keptForHours: INDEX_HOURS })
  const own = valueOf(kept)
  const paused = usePaused(query)
  const asked = useLoad(
    listServices,
    {
      ...filters,
      hallId,
      village: filters.village ? 'true' : undefined,
      query: paused || undefined,
    },
    { when: own === undefined },
  )
  const { domain, handling, village, audience } = filters

  const foundHere = useMemo(() => {
    if (!own) return undefined
    const rows = new Map(own.services.map((service) => [service.serviceId, service]))
    const hits = searchServices(own.index as SearchIndex, query, { domain, handling, village, audience })
    return hits.flatMap(({ serviceId, words }): FoundGuide[] => {
      const service = rows.get(serviceId)
      return service ? [{ service, marks: words }] : []
    })
  }, [own, query, domain, handling, village, audience])

  if (foundHere) return { state: 'ready', found: foundHere, total: foundHere.length }
  const answer = valueOf(asked)
  if (answer) {
    return {
      state: 'ready',
      found: answer.services.map((service) => ({ service, marks: query ? [query] : [] })),
      total: answer.total,
    }
  }
  if (asked.state === 'failed') return { state: 'failed', trouble: asked.trouble, reload: asked.reload }
  return { state: 'loading' }
}
