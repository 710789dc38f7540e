import { checkTable } from '@one-window/shared/catalogue/endpoints'
import { implement } from '../platform/implement'
import { checkFile } from './table-check'

export default implement(checkTable, async ({ hallId, fileId }, context) => {
  const { checkId, problems, warnings, changes, unchanged, missing } = await checkFile(
    hallId,
    fileId,
    context,
  )
  const fresh = changes.filter(({ isNew }) => isNew).length
  return {
    ...{ checkId, problems, warnings },
    counts: { fresh, changed: changes.length - fresh, unchanged, missing: missing.length },
    changes: changes.map(({ row, isNew, service: { serviceId, name }, differences }) => ({
      ...{ row, serviceId, name, isNew, differences },
    })),
    missing: missing.map(({ serviceId, name }) => ({ serviceId, name })),
  }
})
