import { whoAmI } from '@one-window/shared/identity/endpoints'
import { maskIdNumber, maskPhone } from '@one-window/shared/identity/identity'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findAccount } from './account-store'

export default implement(whoAmI, async (_, { caller }) => {
  const account = await findAccount(caller.personId)
  if (!account) throw new Problem('not-signed-in')
  const { name, phone, idNumber, realName, agreed, sessions } = account
  return {
    role: caller.role,
    personId: caller.personId,
    hallIds: [...caller.hallIds],
    stationIds: [...caller.stationIds],
    offices: [...caller.offices],
    ...(name && { name }),
    ...(phone && { phone: maskPhone(phone) }),
    ...(idNumber && { idNumber: maskIdNumber(idNumber) }),
    realName,
    ...(agreed && { agreed: { ...agreed } }),
    sessions: Object.entries(sessions).map(([sessionId, { client, since }]) => ({
      sessionId,
      client,
      since,
      current: sessionId === caller.sessionId,
    })),
    ...(caller.steppedUpUntil && { steppedUpUntil: caller.steppedUpUntil.toISOString() }),
  }
})
