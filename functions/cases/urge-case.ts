import { urgeCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(urgeCase, async ({ caseId, note }, context) => {
  const urged = await moveCase(caseId, context, 'urge', (kept) => ({
    action: 'urge',
    status: kept.status,
    note,
    changes: { urged: (kept.urged ?? 0) + 1 },
  }))
  return showCase(context.caller, urged)
})
