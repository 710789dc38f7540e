import { notePost } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(notePost, async ({ caseId, carrier, waybill }, context) => {
  const noted = await moveCase(caseId, context, 'note-post', (kept) => ({
    action: 'note-post',
    status: kept.status,
    facts: { carrier, waybill },
  }))
  return showCase(context.caller, noted)
})
