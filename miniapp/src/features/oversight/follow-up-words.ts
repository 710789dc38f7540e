import { ratingLevelWords, ratingTags } from '@one-window/shared/ratings/rating'
import type { FollowUp } from '@one-window/shared/follow-ups/follow-up'

/** The words of the tags of a rating, by their codes. */
export const tagWords = ({ level, tags }: Pick<FollowUp, 'level' | 'tags'>): string[] =>
  tags.map((code) => ratingTags[level].find((tag) => tag.code === code)?.words ?? code)

const HEAD = 24

/** What it is about, in one line: the first tag, or how the text begins. */
export const headWords = (followUp: FollowUp): string => {
  const [first] = tagWords(followUp)
  if (first) return first
  const { text = '' } = followUp
  return text.length > HEAD ? `${text.slice(0, HEAD)}…` : text || '没有写原因'
}

/** 不满意, 窗口收件 */
export const contactWords = ({ level, contact }: FollowUp): string =>
  `${ratingLevelWords[level]}，${contact === 1 ? '窗口收件' : '窗口出件'}`
