import type { Move } from './move'
import type { KeptCase } from './kept-case'

/** The applicant takes a case back: nobody has it any more, and nothing is asked for. */
export const withdrawal = (kept: KeptCase, reason: string | undefined): Move => ({
  action: 'withdraw',
  status: 'withdrawn',
  note: reason,
  changes: over,
  ...dropped(kept),
})

/** What is no longer so of a case that has ended without a decision. */
export const over = { holder: null, since: null, promisedDayPending: null } as const

/** What waits in inboxes beside a case's own step goes with it. */
export const dropped = ({ ask, invited }: KeptCase): Pick<Move, 'ask' | 'uninvites'> => ({
  ...(ask && { ask: null }),
  ...(invited.length > 0 && { uninvites: invited }),
})
