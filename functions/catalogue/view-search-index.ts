import { viewSearchIndex } from '@one-window/shared/catalogue/endpoints'
import { implement } from '../platform/implement'
import { askedCatalogue } from './hall-catalogue'

export default implement(viewSearchIndex, async ({ hallId }, { now }) => {
  const { index, summaries } = await askedCatalogue(hallId, now)
  return { version: index.version, index, services: [...summaries.values()] }
})
