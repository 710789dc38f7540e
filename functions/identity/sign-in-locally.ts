import { signInLocally } from '@one-window/shared/identity/endpoints'
import { isStaff } from '@one-window/shared/foundation/roles'
import { findHall, defaultHallId } from '@one-window/shared/halls/halls'
import { signSession } from '../platform/authenticate'
import { derivedId } from '../platform/crypto'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

/** The same text is the same person; a resident and a clerk of one name are two persons. */
export default implement(signInLocally, async ({ role, person, hallId = defaultHallId }, { now }) => {
  if (!findHall(hallId)) throw new Problem('not-found')
  const caller = {
    personId: `${role === 'resident' ? 'r' : 's'}_${derivedId('person', role, person)}`,
    role,
    hallIds: isStaff(role) ? [hallId] : [],
  }
  return { ...caller, token: await signSession(caller, now) }
})
