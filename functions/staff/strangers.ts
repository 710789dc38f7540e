/** Whoever signs in as staff and is none: told, counted and locked out as staff with a wrong code are. */
import { newSecret, tried } from '../identity/public'
import { audited } from '../platform/audit'
import { ConditionFailed, transact } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findStranger, strangerWrite } from './ticket-store'

const ATTEMPTS = 12
/** An authenticator that nobody has; none of its codes is ever right. */
const nobodys = { secret: newSecret('nobody').secret, usedStep: Number.MAX_SAFE_INTEGER }

/** Throws `totp-wrong` or, while locked, `too-many-tries`, after the work that a wrong code of staff takes. */
export async function refuseStranger(blind: string, totp: string, context: Context): Promise<never> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const seen = await findStranger(blind, context.now)
    const outcome = tried({ ...nobodys, failures: 0, ...seen }, totp, context.now)
    if (outcome === 'locked') throw new Problem('too-many-tries')
    const { failures, lockedUntil } = outcome.factor
    const write = strangerWrite(blind, seen, { failures, ...(lockedUntil && { lockedUntil }) }, context.now)
    const deed = { object: 'second-factor:nobody', reason: lockedUntil ? 'wrong, locked' : 'wrong' }
    try {
      await transact([write], audited(context, deed))
    } catch (error) {
      if (error instanceof ConditionFailed) continue
      throw error
    }
    throw new Problem('totp-wrong')
  }
  throw new Problem('busy')
}
