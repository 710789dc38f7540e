import { randomBytes } from 'node:crypto'
import { signInWithWechat } from '@one-window/shared/identity/endpoints'
import { hasAgreed, noticeVersion } from '@one-window/shared/identity/notice'
import { blindIndex, derivedId } from '../platform/crypto'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { wechat } from '../platform/wechat'
import { changeAccount, findAccount, newAccount, saveNewAccount, type Account } from './account-store'
import { findUsedCode, saveUsedCode } from './code-store'
import { findPersonId, lookupWrite } from './lookup-store'
import { openSession, standingSession } from './sessions'

/** A code opens one session: the same request again gets the same one while it stands, any other is refused. */
export default implement(signInWithWechat, async ({ code, agreed }, context) => {
  const { now, request } = context
  const sessionId = derivedId('session', request.id).slice(0, 16)
  const used = await findUsedCode(code)
  if (used) {
    const account = used.requestId === request.id ? await findAccount(used.personId ?? '') : undefined
    const standing = account && (await standingSession(account, sessionId, now))
    if (!standing) throw new Problem('wechat-code-invalid')
    context.replayed()
    return standing
  }
  const { openid } = await wechat().codeToSession(code)
  const account = await theirs(openid, hasAgreed(agreed), context)
  if (!(await saveUsedCode(code, { requestId: request.id, personId: account.personId }, now)))
    throw new Problem('wechat-code-invalid')
  return openSession(account, { role: 'resident', client: 'weapp', sessionId }, context)
})

/** The account of a WeChat user; made now, and only for who has agreed to the notice as it stands. */
async function theirs(openid: string, isAgreed: boolean, context: Context): Promise<Account> {
  const blind = blindIndex('openid', openid)
  const agreed = { version: noticeVersion, at: context.now.toISOString() }
  const personId = await findPersonId('resident', blind)
  const known = personId && (await findAccount(personId))
  if (known) {
    if (hasAgreed(known.agreed?.version)) return known
    if (!isAgreed) throw new Problem('consent-required', { version: noticeVersion })
    await changeAccount(known, { agreed }, context)
    return { ...known, agreed }
  }
  if (!isAgreed) throw new Problem('consent-required', { version: noticeVersion })
  const account = {
    ...newAccount(`r_${randomBytes(16).toString('base64url')}`, 'resident'),
    openid,
    agreed,
  }
  const beside = [lookupWrite('resident', blind, account.personId)]
  const themselves = { ...context, caller: { ...context.caller, personId: account.personId } }
  if (await saveNewAccount(account, themselves, { beside })) return account
  // two phones of one person at once: the other was faster
  const other = await findPersonId('resident', blind)
  const theirAccount = other && (await findAccount(other))
  if (!theirAccount) throw new Problem('busy')
  return theirAccount
}
