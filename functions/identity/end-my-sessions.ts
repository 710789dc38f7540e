import { endMySessions } from '@one-window/shared/identity/endpoints'
import { implement } from '../platform/implement'
import { findStanding } from './account-store'
import { allSessionsEnd, saveSession } from './session-store'

export default implement(endMySessions, async (_, context) => {
  const { personId, hallIds } = context.caller
  const ended = Object.keys((await findStanding(personId))?.sessions ?? {}).length
  await saveSession(personId, allSessionsEnd(personId), context, { hallId: hallIds[0] })
  return { ended }
})
