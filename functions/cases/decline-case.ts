import { declineCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(declineCase, async ({ caseId, ground, reason, basis, organ }, context) => {
  if (ground === 'not-ours' && !organ)
    throw new Problem('bad-input', {
      errors: [{ pointer: '/organ', message: '请写该向哪个机关申请，群众好去办' }],
    })
  const declined = await moveCase(caseId, context, 'decline', () => ({
    action: 'decline',
    status: 'declined',
    note: reason,
    facts: { ground, ...(basis && { basis }), ...(organ && { organ }) },
  }))
  return showCase(context.caller, declined)
})
