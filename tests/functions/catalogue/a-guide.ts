/** Versions of guides for tests: drafted, sent, approved by somebody else. */
import type { Service } from '@one-window/shared/catalogue/service'
import type { Person } from '../../support/local-app'

export const GUIDES = '/desk/halls/yonghe/guides'
export const source = { words: '衡山县民政局通知' }

export interface Draft {
  serviceId: string
  version: number
  revision: number
}

/** The guide as the director sees it. */
export const seenGuide = async (who: Person, serviceId: string, hallId = 'yonghe') =>
  (await who.get(`/desk/halls/${hallId}/guides/${serviceId}`)).body

/** The guide in force without its id, as a draft is written. */
export const written = async (who: Person, serviceId: string, hallId = 'yonghe') => {
  const { serviceId: _id, ...service } = (await seenGuide(who, serviceId, hallId)).inForce.service as Service
  return service
}

/** A draft that changes a guide. */
export async function aDraft(
  director: Person,
  serviceId: string,
  change: Partial<Service>,
  { effectiveFrom = '2026-11-24', hallId = 'yonghe' } = {},
): Promise<Draft> {
  const service = { ...(await written(director, serviceId, hallId)), ...change }
  const { status, body } = await director.post(`/desk/halls/${hallId}/guides`, {
    ...{ serviceId, service, effectiveFrom, source },
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { serviceId, version: body.version, revision: body.revision }
}

/** The same draft, waiting for approval. */
export async function aSentDraft(director: Person, ...rest: Parameters<DropFirst>): Promise<Draft> {
  const draft = await aDraft(director, ...rest)
  const hallId = rest[2]?.hallId ?? 'yonghe'
  const { status, body } = await director.post(`/desk/halls/${hallId}/guides/send`, { guides: [draft] })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { ...draft, revision: draft.revision + 1 }
}
type DropFirst = (
  serviceId: string,
  change: Partial<Service>,
  when?: { effectiveFrom?: string; hallId?: string },
) => void

export const approve = (leader: Person, draft: Draft, hallId = 'yonghe') =>
  leader.post(`/desk/halls/${hallId}/guides/decide`, { guides: [draft], agree: true })
