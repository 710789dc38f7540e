/** Looking a case up by number and query code: 6 digits, and few tries at them. */
export const querySettings = {
  /** Wrong codes of one number, then it rests, for the right one too. */
  tries: 5,
  restMs: 15 * 60_000,
} as const
