import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { Day, Instant, Month } from '../foundation/time'
import { FollowUpOpened } from '../follow-ups/follow-up'
import { FollowUpStatus } from '../follow-ups/lifecycle'
import { plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { UnmaskReason } from '../identity/unmask'
import { Suspicion } from './forged'
import { Figure, MonthSheet } from './month-sheet'
import { MyMonth } from './mine'
import { Rating, RatingChannel, RatingLevel } from './rating'

const RatingGiven = z.extend(Rating, { followUp: z.optional(FollowUpOpened) })

const Contact = z.coerce.number().check(z.int(), z.gte(1))
/** What a person taps; no level is ever filled in for them. */
const tapped = {
  level: RatingLevel,
  /** Tag codes of this level. */
  tags: z._default(
    z
      .array(z.pipe(z.union([z.string(), z.number()]), z.transform(String)))
      .check(z.maxLength(8, '选得太多了')),
    [],
  ),
}
/** What a person says by rating. */
const said = { ...tapped, text: z.optional(plainText(200, '意见')) }

/** Rates one service contact once, over all channels. A poor rating opens its follow-up in the same transaction. */
export const rateCase = endpoint({
  method: 'POST',
  path: '/cases/{caseId}/ratings',
  summary: '评价',
  allow: matrix.ownThings,
  input: z.object({
    caseId: Id,
    contact: Contact,
    ...said,
    anonymous: z._default(z.boolean(), false),
    /** By which way the page was opened; the desk's screen has an address of its own. */
    channel: z._default(z.enum(['desk-code', 'mini-program', 'message']), 'mini-program'),
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

/** The one more rating after a poor one was looked into (追评); the first one stays beside it. */
export const rateAgain = endpoint({
  method: 'POST',
  path: '/cases/{caseId}/ratings/{contact}/again',
  summary: '再评一次',
  allow: matrix.ownThings,
  input: z.object({ caseId: Id, contact: Contact, ...said }),
  output: Rating,
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
  allow: matrix.ownThings,
  input: z.object({ caseId: Id }),
  output: z.object({ ratings: z.array(RatingGiven) }),
  refuses: ['not-found'],
})

/**
 * The contact that a code or a message's link opens, for the owner of the case; to everybody else it says nothing. It is
 * used up by the rating, and over with its time.
 */
export const openRatingCode = endpoint({
  method: 'GET',
  path: '/rating-codes/{code}',
  summary: '扫评价码',
  allow: matrix.ownThings,
  input: z.object({ code: Id }),
  output: z.object({ caseId: z.string(), contact: z.number() }),
  refuses: ['not-found', 'already-rated', 'rating-window-over'],
})

/** The desk's second screen asks for a number that the clerk types; `secret` stays on the screen. 12 hours. */
export const openRatingScreen = endpoint({
  method: 'POST',
  path: '/rating-screens',
  summary: '第二屏：要号',
  allow: 'anyone',
  input: z.object({}),
  output: z.object({ screenId: z.string(), secret: z.string(), expiresAt: Instant }),
  status: 201,
  refuses: [],
})

/** Shows the five faces for the newest contact of a case on a screen of the hall, for 3 minutes, once. The desk itself cannot rate. */
export const askOnScreen = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/rating-screen',
  summary: '请群众在第二屏评价',
  allow: matrix.desk,
  input: z.object({
    caseId: Id,
    screenId: z.string().check(z.regex(/^\d{6}$/, '屏幕号是6位数字，照屏幕上的填')),
  }),
  output: z.object({ until: Instant }),
  refuses: ['not-found', 'not-yet-ratable', 'already-rated', 'rating-window-over', 'screen-over'],
})

const Screen = { screenId: Id, secret: z.string().check(z.maxLength(200)) }

/** The screen asks what to show: nothing, or what is to be rated. No name, no number. */
export const collectOnScreen = endpoint({
  method: 'POST',
  path: '/rating-screens/{screenId}/collect',
  summary: '第二屏：看要不要评',
  allow: 'anyone',
  input: z.object(Screen),
  output: z.object({
    asked: z.optional(
      z.object({ serviceName: z.string(), contact: z.number(), hallName: z.string(), until: Instant }),
    ),
  }),
  refuses: ['screen-over'],
  changesNothing: true,
})

/**
 * The person at the window rates on the screen. Without a name, for nobody signed in there; and without a text, for WeChat
 * checks only those of people it knows.
 */
export const rateOnScreen = endpoint({
  method: 'POST',
  path: '/rating-screens/{screenId}/ratings',
  summary: '第二屏评价',
  allow: 'anyone',
  input: z.object({ ...Screen, ...tapped }),
  output: z.object({ level: RatingLevel }),
  status: 201,
  refuses: ['screen-over', 'already-rated', 'poor-rating-needs-reason', 'tag-of-other-level'],
})

/** A clerk's own ratings of a month, this one unless said. */
export const listRatingsOfMine = endpoint({
  method: 'GET',
  path: '/my-ratings',
  summary: '我收到的评价',
  allow: matrix.myRatings,
  input: z.object({ month: z.optional(Month) }),
  output: MyMonth,
  refuses: [],
})

/** The figures of a hall's month: as published once it is over, as they stand before. */
export const viewMonth = endpoint({
  method: 'GET',
  path: '/oversight/months/{month}',
  summary: '评价月度表',
  allow: matrix.monthSheet,
  input: z.object({ month: Month, hallId: Id }),
  output: MonthSheet,
  refuses: ['not-found'],
})

/** A rating behind a figure: what was said of what, and nobody. */
export const MonthRating = z.object({
  lineId: z.string(),
  level: RatingLevel,
  tags: z.array(z.string()),
  serviceName: z.string(),
  contact: z.number(),
  channel: RatingChannel,
  anonymous: z.boolean(),
  ratedOn: Day,
  /** What became of a poor one. */
  followUpId: z.optional(z.string()),
  status: z.optional(FollowUpStatus),
  finishBy: z.optional(Day),
  closedOn: z.optional(Day),
  excluded: z.boolean(),
})
export type MonthRating = z.infer<typeof MonthRating>

/** The ratings that a figure of a month counts, oldest first; up to 50 a page. */
export const listMonthRatings = endpoint({
  method: 'GET',
  path: '/oversight/months/{month}/ratings',
  summary: '数字后面的评价',
  allow: matrix.monthRatings,
  input: z.object({ month: Month, hallId: Id, figure: Figure, cursor: z.optional(Cursor) }),
  output: z.object({ ratings: z.array(MonthRating), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** The month as a workbook: what the screen shows, and its poor ratings; who took it and when stands on every sheet. */
export const exportMonth = endpoint({
  method: 'POST',
  path: '/oversight/months/{month}/export',
  summary: '导出评价月度表',
  allow: matrix.monthRatings,
  input: z.object({ month: Month, hallId: Id, reason: UnmaskReason }),
  output: z.object({ fileName: z.string(), /** XLSX in base64. */ file: z.string() }),
  refuses: ['not-found', 'step-up-required'],
  stepUp: true,
})

/** What looks like forged praise in a month, as it was found last night. */
export const listSuspicions = endpoint({
  method: 'GET',
  path: '/oversight/suspicions',
  summary: '疑似刷评',
  allow: matrix.suspicions,
  input: z.object({ hallId: Id, month: Month, cursor: z.optional(Cursor) }),
  output: z.object({
    found: z.array(z.object({ rating: MonthRating, why: z.array(Suspicion) })),
    cursor: z.optional(Cursor),
  }),
  refuses: ['not-found'],
})
