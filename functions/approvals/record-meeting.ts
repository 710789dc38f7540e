import { recordMeeting } from '@one-window/shared/approvals/endpoints'
import { moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'

/** The minutes end the meeting; who has not written an opinion by then gave it there. */
export default implement(recordMeeting, async ({ caseId, attendees, minutes }, context) => {
  const recorded = await moveCase(caseId, context, 'record-meeting', ({ status, invited }) => ({
    action: 'record-meeting',
    status,
    note: minutes,
    people: attendees,
    uninvites: invited,
  }))
  return showCase(context.caller, recorded)
})
