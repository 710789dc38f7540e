/** What a rating counts for in its month, from how it and its follow-up stand: counts are sums of these, and of nothing else. */
import * as z from 'zod/mini'
import { chinaDay, monthOf, type Month } from '../foundation/time'
import type { FollowUpState } from '../follow-ups/follow-up'
import { isPoor, starsOf, type Rating, type RatingChannel } from './rating'

/** Everything that is counted of a month. */
export const Counter = z.enum([
  // by level, without what was excluded
  'g5',
  'g4',
  'g3',
  'g2',
  'g1',
  'excluded',
  /** Cases with at least one rating. */
  'cases',
  'anonymous',
  'deskCode',
  'miniProgram',
  'message',
  'deskScreen',
  'again',
  'againGood',
  // of the poor ones with a name
  'named',
  'called',
  'unreachable',
  'answered',
  'satisfied',
  // of the poor ones whose last day lies in the month
  'due',
  'closed',
  'inTime',
])
export type Counter = z.infer<typeof Counter>
export type Counts = Partial<Record<Counter, number>>

const channels: Readonly<Record<RatingChannel, Counter>> = {
  'desk-code': 'deskCode',
  'mini-program': 'miniProgram',
  message: 'message',
  'desk-screen': 'deskScreen',
}
const stars = ['g1', 'g2', 'g3', 'g4', 'g5'] as const

type Given = Pick<Rating, 'level' | 'anonymous' | 'channel' | 'ratedAt'>
type Followed = Pick<
  FollowUpState,
  'exclusion' | 'called' | 'callSatisfied' | 'finishBy' | 'status' | 'closedAt'
>

/** True for what two persons agreed is not to count; the rating itself stays. */
export const isExcluded = (followUp: Pick<FollowUpState, 'exclusion'> | undefined): boolean =>
  followUp?.exclusion === 'agreed'

/** What a rating counts for in the month it was given in. */
export function countsOfRating(given: Given, followUp: Followed | undefined): Counts {
  if (isExcluded(followUp)) return { excluded: 1 }
  const called = followUp?.called
  return {
    [stars[starsOf(given.level) - 1]!]: 1,
    [channels[given.channel]]: 1,
    ...(given.anonymous && { anonymous: 1 }),
    ...(isPoor(given.level) &&
      !given.anonymous && {
        named: 1,
        ...(called !== undefined && { called: 1 }),
        ...(called === 'unreachable' && { unreachable: 1 }),
        ...(followUp?.callSatisfied !== undefined && { answered: 1 }),
        ...(followUp?.callSatisfied === true && { satisfied: 1 }),
      }),
  }
}

/** What the one more rating counts for (追评): the rates are of first ratings alone. */
export const countsOfAgain = ({ level }: Pick<Rating, 'level'>): Counts => ({
  again: 1,
  ...(!isPoor(level) && { againGood: 1 }),
})

/** In which month a poor rating had to be finished, and what it counts for there; none while that is not known. */
export function countsOfDue(followUp: Followed): { month: Month; counts: Counts } | undefined {
  const { finishBy, closedAt, status } = followUp
  if (finishBy.day === undefined) return undefined
  const done = status === 'closed' && closedAt !== undefined
  const counts: Counts = isExcluded(followUp)
    ? {}
    : {
        due: 1,
        ...(done && { closed: 1 }),
        ...(done && chinaDay(new Date(closedAt)) <= finishBy.day && { inTime: 1 }),
      }
  return { month: monthOf(finishBy.day), counts }
}

/** What must be added to turn one into the other; only what differs. */
export const difference = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(
    Counter.options.flatMap((name) => {
      const by = (after[name] ?? 0) - (before[name] ?? 0)
      return by === 0 ? [] : [[name, by]]
    }),
  )

/** The sum of many. */
export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce<Counts>((sum, each) => {
    const added: Counts = { ...sum }
    for (const name of Counter.options) if (each[name]) added[name] = (added[name] ?? 0) + each[name]
    return added
  }, {})
