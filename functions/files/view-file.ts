import { viewFile } from '@one-window/shared/files/endpoints'
import { maySeeFile } from '@one-window/shared/files/may-see'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { readFileRow, shownFile } from './file-store'
import { linkTo } from './link-to'

export default implement(viewFile, async ({ fileId }, { caller, now }) => {
  const file = await readFileRow(fileId, now)
  if (!file || !maySeeFile(file, caller)) throw new Problem('not-found')
  return { file: shownFile(file), ...(file.state === 'clean' && { link: await linkTo(file, now) }) }
})
