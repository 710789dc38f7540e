/** Whether a rating may be given: of what happened, in time, with tags of its level, and a poor one with a reason. */
import type { ServiceContact } from '../cases/case'
import type { ProblemCode } from '../foundation/problems'
import type { Day } from '../foundation/time'
import { isPoor, ratingTags, type RatingLevel } from './rating'

/** The codes of what was chosen, by code or by name, each once; undefined when one is not of this level. */
export function tagsOfLevel(level: RatingLevel, chosen: readonly string[]): string[] | undefined {
  const codes = chosen.map(
    (one) => ratingTags[level].find(({ code, words }) => code === one || words === one.trim())?.code,
  )
  return codes.every((code) => code !== undefined) ? [...new Set(codes)] : undefined
}

export interface RatingAsked {
  contact: number
  level: RatingLevel
  tags: readonly string[]
  text?: string | undefined
}

type Said = Pick<RatingAsked, 'level' | 'tags' | 'text'>

/** What is wrong with what was said; undefined when nothing is. */
export function saidRefusal({
  level,
  tags,
  text,
}: Said): Extract<ProblemCode, 'poor-rating-needs-reason' | 'tag-of-other-level'> | undefined {
  const codes = tagsOfLevel(level, tags)
  if (!codes) return 'tag-of-other-level'
  return isPoor(level) && codes.length === 0 && !text ? 'poor-rating-needs-reason' : undefined
}

/** Why a contact cannot be rated today; undefined when it can. */
export function momentRefusal(
  contacts: readonly ServiceContact[],
  contact: number,
  today: Day,
): Extract<ProblemCode, 'not-yet-ratable' | 'rating-window-over'> | undefined {
  const happened = contacts.find((one) => one.contact === contact)
  if (!happened) return 'not-yet-ratable'
  return today > happened.ratableUntil ? 'rating-window-over' : undefined
}

/** Why a rating is refused today; undefined when it may be given. That it is the first is for the write to decide. */
export const ratingRefusal = (contacts: readonly ServiceContact[], asked: RatingAsked, today: Day) =>
  saidRefusal(asked) ?? momentRefusal(contacts, asked.contact, today)
