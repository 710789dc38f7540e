import { giveOpinion } from '@one-window/shared/approvals/endpoints'
import { invitedOffice } from '@one-window/shared/cases/may-do'
import { offices } from '@one-window/shared/halls/offices'
import { moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'

export default implement(giveOpinion, async ({ caseId, opinion, note }, context) => {
  const given = await moveCase(caseId, context, 'give-opinion', (kept) => {
    const officeId = invitedOffice(kept, context.caller) ?? ''
    const office = offices.find((each) => each.officeId === officeId)?.name ?? officeId
    return {
      action: 'give-opinion',
      as: office,
      status: kept.status,
      note,
      facts: { office, opinion },
      uninvites: [officeId],
    }
  })
  return showCase(context.caller, given)
})
