import { viewPrecheck } from '@one-window/shared/prechecks/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findPrecheck } from './precheck-store'
import { showPrecheck } from './show-precheck'

export default implement(viewPrecheck, async ({ precheckId }, { caller, now }) => {
  const found = await findPrecheck(precheckId, caller, now)
  if (!found) throw new Problem('not-found')
  return showPrecheck(found, caller, now)
})
