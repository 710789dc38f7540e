import { isStaff, type Role } from '@one-window/shared/foundation/roles'
import { defaultHallId, findHall } from '@one-window/shared/halls/halls'
import { offices } from '@one-window/shared/halls/offices'
import { signInLocally } from '@one-window/shared/identity/endpoints'
import { noticeVersion } from '@one-window/shared/identity/notice'
import { Post } from '@one-window/shared/staff/post'
import { derivedId } from '../platform/crypto'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { changeAccount, findAccount, newAccount, saveNewAccount, type Account } from './account-store'
import { openSession } from './sessions'

/** The same text is the same person; a resident and a clerk of one name are two persons, as are clerks of two halls. */
export default implement(signInLocally, async (asked, context) => {
  const { role, person, hallId = defaultHallId, stationId, notAgreed, steppedUp } = asked
  const officeId = asked.officeId ?? (role === 'approver' ? offices[0].officeId : undefined)
  const hall = findHall(hallId)
  if (!hall || (stationId !== undefined && !hall.stations.some((station) => station.stationId === stationId)))
    throw new Problem('not-found')
  if (officeId !== undefined && !offices.some((office) => office.officeId === officeId))
    throw new Problem('not-found')
  const wanted = isStaff(role)
    ? aClerk(role, person, { hallId, stationId, officeId })
    : aResident(person, notAgreed, context)
  return openSession(await standing(wanted, context), { role, client: 'local', steppedUp }, context)
})

const aResident = (person: string, notAgreed: boolean | undefined, { now }: Context): Account => ({
  ...newAccount(`r_${derivedId('person', 'resident', person)}`, 'resident'),
  name: person,
  ...(!notAgreed && { agreed: { version: noticeVersion, at: now.toISOString() } }),
})

interface Place {
  hallId: string
  stationId: string | undefined
  officeId: string | undefined
}
const aClerk = (role: Role, person: string, { hallId, stationId, officeId }: Place): Account => ({
  ...newAccount(
    `s_${derivedId('person', role, person, hallId, stationId ?? '', ...(officeId ? [officeId] : []))}`,
    'staff',
  ),
  name: person,
  state: 'active',
  posts: [Post.parse({ role, hallId, stationId, officeId, from: '2022-01-01' })],
})

/** The account as it is, made now if it is not there; who has agreed since is taken at their word. */
async function standing(wanted: Account, context: Context): Promise<Account> {
  const found = await findAccount(wanted.personId)
  if (!found) {
    await saveNewAccount(wanted, context)
    return wanted
  }
  if (!wanted.agreed || found.agreed) return found
  await changeAccount(found, { agreed: wanted.agreed }, context)
  return { ...found, agreed: wanted.agreed }
}
