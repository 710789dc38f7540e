import { viewService } from '@one-window/shared/catalogue/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findService } from './catalogue-store'

export default implement(viewService, async ({ serviceId }) => {
  const service = findService(serviceId)
  if (!service) throw new Problem('not-found')
  return service
})
