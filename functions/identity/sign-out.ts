import { signOut } from '@one-window/shared/identity/endpoints'
import { implement } from '../platform/implement'
import { saveSession, sessionEnd } from './session-store'

/** A session that is over already stays over. */
export default implement(signOut, async (_, context) => {
  const { personId, sessionId } = context.caller
  await saveSession(personId, sessionEnd(personId, sessionId), context, { hallId: context.caller.hallIds[0] })
  return {}
})
