import { viewSearchIndex } from '@one-window/shared/catalogue/endpoints'
import { implement } from '../platform/implement'
import { findIndex, listSummaries } from './catalogue-store'

export default implement(viewSearchIndex, async () => {
  const index = findIndex()
  return { version: index.version, index, services: [...listSummaries().values()] }
})
