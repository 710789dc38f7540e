/** Codes that WeChat hands to a phone: for a login, for the phone number. Each is good once, for five minutes. */
import { randomBytes } from 'node:crypto'
import { refusal, type Json } from './refusal'

const LIFE_MS = 5 * 60_000
type Use = 'login' | 'phone'

/** Whom or what a code stands for, and which mini-program asked for it. */
export interface Meant {
  readonly of: string
  readonly appId: string
}

export interface Codes {
  give(use: Use, meant: Meant): string
  /** What a code meant, and it is used up; or the refusal. */
  take(use: Use, code: unknown): Meant | Json
}

export function newCodes(now: () => number): Codes {
  const given = new Map<unknown, Meant & { use: Use; until: number; used: boolean }>()
  return {
    give: (use, meant) => {
      const code = `0${randomBytes(15).toString('hex')}`
      given.set(code, { ...meant, use, until: now() + LIFE_MS, used: false })
      return code
    },
    take: (use, code) => {
      if (!code) return refusal(41008, 'missing code')
      const known = given.get(code)
      if (known?.use !== use || now() > known.until) return refusal(40029, 'invalid code')
      if (known.used) return refusal(40163, 'code been used')
      known.used = true
      return known
    },
  }
}
