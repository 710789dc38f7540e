/**
 * Ratings at the boundary to others: the live exchange numbers the levels 5 to 1 from the best, GB/T 39046-2020 (A.8)
 * 1 to 5 from the best. Inside, a level is its name.
 */
import { RatingLevel, starsOf, type Rating, type RatingChannel } from './rating'

/** Which numbering the other side uses. */
export type Numbering = 'exchange' | 'gbt-39046'

/** The number of a level at the boundary. */
export const levelNumber = (level: RatingLevel, numbering: Numbering): number =>
  numbering === 'exchange' ? starsOf(level) : 6 - starsOf(level)

/** The level of a number from outside; undefined for a number that is none. */
export const levelOf = (number: number, numbering: Numbering): RatingLevel | undefined =>
  RatingLevel.options.find((level) => levelNumber(level, numbering) === number)

/** Channels by the codes of GB/T 39046; that a phone is 2, a code 3 and a hall's tablet 4 is to be confirmed. */
const channelCodes: Readonly<Record<RatingChannel, number>> = {
  'mini-program': 2,
  message: 2,
  'desk-code': 3,
  'desk-screen': 4,
}

/** The rating's fields of the exchange; who rated is no part of them. No rating is ever given by default. */
export const exchanged = (
  rating: Pick<Rating, 'level' | 'tags' | 'text' | 'ratedAt' | 'channel'>,
  counts: boolean,
) => ({
  satisfaction: levelNumber(rating.level, 'exchange'),
  evalDetail: rating.tags.join('|'),
  writingEvaluation: rating.text ?? '',
  assessTime: rating.ratedAt,
  pf: channelCodes[rating.channel],
  isdefault: 0,
  effectivEvalua: counts ? 1 : 0,
})
