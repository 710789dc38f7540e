/**
 * What a rated clerk reads of their own ratings: sums by month, and texts among so many that none is told apart. No
 * time, no case, no channel, no order of coming.
 */
import * as z from 'zod/mini'
import { Day, Month, monthOf } from '../foundation/time'
import { RatingLevel, starsOf } from './rating'
import { ratingSettings } from './settings'

/** Counts of a clerk's month by level. */
const LevelCounts = z.partialRecord(RatingLevel, z.number())
type LevelCounts = z.infer<typeof LevelCounts>

/** One rating that a clerk may read, or appeal against when it is poor; `reference` leads nobody to the case. */
export const MyRating = z.object({
  reference: z.string(),
  level: RatingLevel,
  tags: z.array(z.string()),
  text: z.optional(z.string()),
  /** Whether it was found not to count, or an appeal waits. */
  appeal: z.optional(z.enum(['made', 'accepted', 'refused'])),
})
export type MyRating = z.infer<typeof MyRating>

/** A clerk's month. */
export const MyMonth = z.object({
  month: Month,
  /** Those that may be read by now. */
  rated: z.number(),
  levels: LevelCounts,
  average: z.optional(z.number()),
  ratings: z.array(MyRating),
  /** Poor ones may be appealed against until this day. */
  appealUntil: z.optional(Day),
})
export type MyMonth = z.infer<typeof MyMonth>

/**
 * How many of a month's ratings may be read, in the order they came: all once it is over; before, whole handfuls only,
 * so that two looks never differ by one.
 */
export const releasedOf = (month: Month, rated: number, today: string): number =>
  month < monthOf(today) ? rated : rated - (rated % ratingSettings.leastAmong)

/** The average only among so many. */
export const averageOf = (levels: LevelCounts): number | undefined => {
  let [sum, rated] = [0, 0]
  for (const level of RatingLevel.options) {
    const count = levels[level] ?? 0
    sum += count * starsOf(level)
    rated += count
  }
  return rated < ratingSettings.leastAmong ? undefined : Math.round((sum / rated) * 10) / 10
}
