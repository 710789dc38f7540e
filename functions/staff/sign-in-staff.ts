import { signInStaff } from '@one-window/shared/staff/endpoints'
import {
  checkSecondFactor,
  findAccount,
  findPersonId,
  findUsedCode,
  newSecret,
  saveUsedCode,
  stepOf,
} from '../identity/public'
import { blindIndex } from '../platform/crypto'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { wechat } from '../platform/wechat'
import { openStaffSession } from './open-staff-session'

const nobodys = newSecret('nobody').secret

/** Whoever is not staff is told what somebody with a wrong code is told, after the same work. */
export default implement(signInStaff, async ({ code, totp, role }, context) => {
  const { now, request } = context
  const used = await findUsedCode(code)
  if (used) {
    const account = used.requestId === request.id ? await findAccount(used.personId ?? '') : undefined
    if (!account) throw new Problem('wechat-code-invalid')
    context.replayed()
    return openStaffSession(account, role, context)
  }
  const { openid } = await wechat().codeToSession(code)
  const personId = await findPersonId('staff', blindIndex('openid', openid))
  const account = personId === undefined ? undefined : await findAccount(personId)
  if (!account?.secondFactor) {
    stepOf(nobodys, totp, now)
    throw new Problem('totp-wrong')
  }
  await checkSecondFactor(account, totp, context)
  await saveUsedCode(code, { requestId: request.id, personId: account.personId }, now)
  return openStaffSession(account, role, context)
})
