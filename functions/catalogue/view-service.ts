import { viewService } from '@one-window/shared/catalogue/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { askedCatalogue } from './hall-catalogue'

export default implement(viewService, async ({ serviceId, hallId }, { now }) => {
  const found = (await askedCatalogue(hallId, now)).find(serviceId)
  if (!found || found.service.state === 'cancelled') throw new Problem('not-found')
  const { service, version, since } = found
  return { ...service, ...(since && { own: { version: String(version), since } }) }
})
