/** The second factor (动态码, TOTP RFC 6238): six digits, each step used once, five wrong ones lock for 15 minutes. */
import { Secret, TOTP } from 'otpauth'
import type { By } from '../platform/audit'
import { Problem } from '../platform/problem'
import { findAccount, type Account, type SecondFactor } from './account-store'
import { saveFactor } from './second-factor-store'

const PERIOD_S = 30
const MOST_FAILURES = 5
const LOCK_MS = 15 * 60_000
const ATTEMPTS = 12

/** A secret for an authenticator, new unless given, with the address that its code to scan carries. */
export function newSecret(name: string, known?: string): { secret: string; uri: string } {
  const secret = known === undefined ? new Secret({ size: 20 }) : Secret.fromBase32(known)
  const totp = new TOTP({ issuer: '大综窗', label: name, secret })
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The time step that a code belongs to, one step of wrong clocks forgiven; undefined when it is no code of now. */
export function stepOf(secret: string, totp: string, now: Date): number | undefined {
  const authenticator = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_S })
  const delta = authenticator.validate({ token: totp, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta
}

/** What a try makes of a second factor: right, or one more failure. Nothing is tried while it is locked. */
export function tried(
  factor: SecondFactor,
  totp: string,
  now: Date,
): { factor: SecondFactor; right: boolean } | 'locked' {
  if (factor.lockedUntil !== undefined && now.toISOString() < factor.lockedUntil) return 'locked'
  const { lockedUntil: _, ...open } = factor
  const step = stepOf(factor.secret, totp, now)
  if (step !== undefined && step > factor.usedStep)
    return { factor: { ...open, usedStep: step, failures: 0 }, right: true }
  const failures = factor.failures + 1
  const isLocked = failures >= MOST_FAILURES
  return {
    factor: {
      ...open,
      failures: isLocked ? 0 : failures,
      ...(isLocked && { lockedUntil: new Date(now.getTime() + LOCK_MS).toISOString() }),
    },
    right: false,
  }
}

/** Passes when the code is right and was never used; otherwise throws `totp-wrong` or, while locked, `too-many-tries`. */
export async function checkSecondFactor(of: Account, totp: string, by: By): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const account = attempt === 0 ? of : await findAccount(of.personId)
    const factor = account?.secondFactor
    if (!factor) throw new Problem('totp-wrong')
    const outcome = tried(factor, totp, by.now)
    if (outcome === 'locked') throw new Problem('too-many-tries')
    if (!(await saveFactor(account, outcome.factor, by, outcome.right))) continue
    if (!outcome.right) throw new Problem('totp-wrong')
    return
  }
  throw new Problem('busy')
}
