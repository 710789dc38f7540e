/** What looks like forged praise (疑似刷评): named for a person to look at, never taken out by itself. */
import * as z from 'zod/mini'
import { isPoor, type RatingLevel } from './rating'
import { ratingSettings } from './settings'

export const Suspicion = z.enum(['too-fast', 'of-one-person', 'same-tags', 'of-staff'])
export type Suspicion = z.infer<typeof Suspicion>

/** Chinese words of why. */
export const suspicionWords: Readonly<Record<Suspicion, string>> = {
  'too-fast': `办完${ratingSettings.forged.secondsAfterContact}秒内就评了`,
  'of-one-person': `同一个人一个月评了${ratingSettings.forged.ofOnePerson}次以上`,
  'same-tags': `同一个窗口人员，${ratingSettings.forged.sameTags}条以上选得一模一样`,
  'of-staff': '大厅工作人员的微信评的',
}

/** What is looked at of a rating. `rater` and `servedBy` tell persons apart and name nobody. */
export interface Looked {
  readonly lineId: string
  readonly level: RatingLevel
  readonly tags: readonly string[]
  /** Seconds from the end of the service to the rating. */
  readonly secondsAfter: number
  readonly rater?: string | undefined
  readonly servedBy?: string | undefined
  readonly ofStaff?: boolean | undefined
}

const groups = <T>(all: readonly T[], keyOf: (one: T) => string | undefined): T[][] => {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), one])
  }
  return [...found.values()]
}

/** The good ratings of a month that look forged, each with why. */
export function suspicions(ratings: readonly Looked[]): Map<string, Suspicion[]> {
  const { secondsAfterContact, ofOnePerson, sameTags } = ratingSettings.forged
  const good = ratings.filter(({ level }) => !isPoor(level))
  const found = new Map<string, Suspicion[]>()
  const name = (why: Suspicion, ones: readonly Looked[]): void => {
    for (const { lineId } of ones) found.set(lineId, [...(found.get(lineId) ?? []), why])
  }
  name(
    'too-fast',
    good.filter(({ secondsAfter }) => secondsAfter <= secondsAfterContact),
  )
  for (const ones of groups(good, ({ rater }) => rater))
    if (ones.length >= ofOnePerson) name('of-one-person', ones)
  const chosen = good.filter(({ tags }) => tags.length > 0)
  for (const ones of groups(chosen, ({ servedBy, level, tags }) =>
    servedBy === undefined ? undefined : JSON.stringify([servedBy, level, [...tags].sort()]),
  ))
    if (ones.length >= sameTags) name('same-tags', ones)
  name(
    'of-staff',
    good.filter(({ ofStaff }) => ofStaff === true),
  )
  return found
}
