import type { TextCheck } from '@one-window/shared/ratings/rating'
import { findAccount } from '../identity/public'
import { config } from '../platform/config'
import { wechat } from '../platform/wechat'

/** As long as a person waits for the check; what is not known by then is checked later. */
const PATIENCE_MS = 1000

/**
 * What WeChat says of a person's text (msgSecCheck). Never throws and never says no: a rating is taken whatever is in
 * it, and nothing but a passed text is shown to others. Who has no WeChat is named by our own id, which WeChat does not
 * know: such a text waits.
 */
export async function verdictOn(
  text: string,
  writerId: string,
  withinMs: number = PATIENCE_MS,
): Promise<TextCheck> {
  if (!config().wechat) return 'pending'
  const openid = (await findAccount(writerId))?.openid ?? writerId
  const verdict = await wechat().checkText(text, openid, { withinMs })
  return verdict === 'pass' ? 'passed' : verdict === 'risky' ? 'risky' : 'pending'
}

const FIRST_AGAIN_MS = 10 * 60_000
/** WeChat checks texts of people who used the app in the last 2 hours only, so nobody waits longer for the next check. */
const LAST_AGAIN_MS = 60 * 60_000

/** When a text is checked again that could not be checked now: later the older it is. */
export const nextCheck = (ratedAt: string, now: Date): string => {
  const age = now.getTime() - Date.parse(ratedAt)
  return new Date(now.getTime() + Math.min(Math.max(age, FIRST_AGAIN_MS), LAST_AGAIN_MS)).toISOString()
}
