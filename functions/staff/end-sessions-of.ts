import { endSessionsOf } from '@one-window/shared/staff/endpoints'
import { allSessionsEnd, saveSession } from '../identity/public'
import { implement } from '../platform/implement'
import { changeable } from './member'

export default implement(endSessionsOf, async ({ personId, reason }, context) => {
  const member = await changeable(context.caller, personId)
  const deed = { hallId: member.posts?.[0]?.hallId, reason }
  await saveSession(personId, allSessionsEnd(personId), context, deed)
  return { ended: Object.keys(member.sessions).length }
})
