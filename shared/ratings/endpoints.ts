import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Id } from '../foundation/id'
import { FollowUpOpened } from '../follow-ups/follow-up'
import { plainText } from '../identity/fields'
import { Rating, RatingLevel } from './rating'

const RatingGiven = z.extend(Rating, { followUp: z.optional(FollowUpOpened) })

/** Rates one service contact once. A poor rating opens its follow-up in the same transaction. */
export const rateCase = endpoint({
  method: 'POST',
  path: '/cases/{caseId}/ratings',
  summary: '评价',
  allow: { resident: 'own' },
  input: z.object({
    caseId: Id,
    contact: z.coerce.number().check(z.int(), z.gte(1)),
    level: RatingLevel,
    /** Tag codes of this level. */
    tags: z._default(
      z
        .array(z.pipe(z.union([z.string(), z.number()]), z.transform(String)))
        .check(z.maxLength(8, '选得太多了')),
      [],
    ),
    text: z.optional(plainText(200, '意见')),
    anonymous: z._default(z.boolean(), false),
  }),
  output: RatingGiven,
  status: 201,
  refuses: [
    'not-found',
    'already-rated',
    'not-yet-ratable',
    'rating-window-over',
    'poor-rating-needs-reason',
    'tag-of-other-level',
  ],
  collects: true,
})

/** The ratings the caller gave on a case, with what became of a poor one. */
export const listMyRatings = endpoint({
  method: 'GET',
  path: '/cases/{caseId}/ratings',
  summary: '我给这个办件的评价',
  allow: { resident: 'own' },
  input: z.object({ caseId: Id }),
  output: z.object({ ratings: z.array(RatingGiven) }),
  refuses: ['not-found'],
})

/** The case that a rating's code opens, for its owner; to everybody else the code says nothing. */
export const openRatingCode = endpoint({
  method: 'GET',
  path: '/rating-codes/{code}',
  summary: '扫评价码',
  allow: { resident: 'own' },
  input: z.object({ code: Id }),
  output: z.object({ caseId: z.string() }),
  refuses: ['not-found'],
})
