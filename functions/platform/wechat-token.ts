/** The access token of the mini-program, of which WeChat lets each app have one. */
import { Unanswered } from './wechat-call'

/** A token as WeChat gives it, with the seconds it still has. */
export interface NewToken {
  readonly value: string
  readonly seconds: number
}

export interface TokenKeeper {
  /** The token that is good now. */
  current(): Promise<string>
  /** Another one than `refused`, by force when asked so; throws Unanswered when force was used a minute ago. */
  after(refused: string, force: boolean): Promise<string>
}

/** WeChat gives a new one from then on, and lets the old one live on (getStableAccessToken). */
const EARLY_S = 300
/** WeChat forces 20 times a day, and not twice within 30 s. */
const BETWEEN_FORCED_MS = 60_000

/**
 * Keeps the token until 5 minutes before its end. Whoever asks while one is fetched waits for the same one. A process
 * that was frozen may hold one that is over: WeChat refuses it, and `after` fetches the next.
 */
export function aTokenKeeper(
  fetchToken: (force: boolean) => Promise<NewToken>,
  clock: () => number,
): TokenKeeper {
  let held: { value: string; until: number } | undefined
  let underWay: Promise<string> | undefined
  let forcedAt = -Infinity

  const fetched = async (force: boolean): Promise<string> => {
    const { value, seconds } = await fetchToken(force)
    held = { value, until: clock() + Math.max(seconds - EARLY_S, seconds / 2) * 1000 }
    return value
  }
  const renewed = (force: boolean): Promise<string> =>
    (underWay ??= fetched(force).finally(() => (underWay = undefined)))
  const good = (): string | undefined => (held && clock() < held.until ? held.value : undefined)

  return {
    current: async () => good() ?? renewed(false),
    after: async (refused, force) => {
      while (underWay) {
        const value = await underWay
        // what is under way for others may bring the refused one again
        if (!force || value !== refused) return value
      }
      const other = good()
      if (other !== undefined && other !== refused) return other
      if (force) {
        if (clock() - forcedAt < BETWEEN_FORCED_MS) throw new Unanswered('token refused, forced lately')
        forcedAt = clock()
      }
      return renewed(force)
    },
  }
}
