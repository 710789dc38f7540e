import { signInStaff } from '@one-window/shared/staff/endpoints'
import { checkSecondFactor, findAccount, findPersonId, findUsedCode, saveUsedCode } from '../identity/public'
import { blindIndex } from '../platform/crypto'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { wechat } from '../platform/wechat'
import { openedBefore, openStaffSession } from './open-staff-session'
import { refuseStranger } from './strangers'

/** Whoever is not staff is told what somebody with a wrong code is told, after the same work. */
export default implement(signInStaff, async ({ code, totp, role }, context) => {
  const { now, request } = context
  const used = await findUsedCode(code)
  if (used) {
    const account = used.requestId === request.id ? await findAccount(used.personId ?? '') : undefined
    const standing = account && (await openedBefore(account, context))
    if (!standing) throw new Problem('wechat-code-invalid')
    context.replayed()
    return standing
  }
  const { openid } = await wechat().codeToSession(code)
  const blind = blindIndex('openid', openid)
  const personId = await findPersonId('staff', blind)
  const account = personId === undefined ? undefined : await findAccount(personId)
  if (!account?.secondFactor) return refuseStranger(blind, totp, context)
  await checkSecondFactor(account, totp, context)
  await saveUsedCode(code, { requestId: request.id, personId: account.personId }, now)
  return openStaffSession(account, role, context)
})
