/** The month as rows of words: screen, paper and workbook show these and nothing else. */
import { shortDay } from '../foundation/time'
import { followUpStatusWords } from '../follow-ups/lifecycle'
import type { MonthRating } from './endpoints'
import { indicatorsOf, isFew, shareWords, valueWords, type Indicator } from './indicators'
import { type MonthCounts } from './month-sheet'
import { ratingChannelWords, ratingLevelWords, tagWordsOf } from './rating'

/** A row of the figures. */
export interface SheetRow {
  readonly indicator: Indicator
  readonly name: string
  /** 94.7%, — */
  readonly value: string
  /** 36/38 */
  readonly share: string
  /** 不满意 1，非常不满意 1 */
  readonly parts: string
  readonly before: string
  readonly aim: string
}

/** Rates of so few that they say little are marked. */
export const fewWords = '样本少'

/** The figures of a month beside those of the month before. */
export function sheetRows(sheet: MonthCounts, before: MonthCounts | undefined): SheetRow[] {
  const earlier = before && indicatorsOf(before)
  return indicatorsOf(sheet).map((indicator, place) => ({
    indicator,
    name: indicator.name,
    value: valueWords(indicator),
    share: [shareWords(indicator), isFew(indicator) ? fewWords : ''].filter(Boolean).join(' '),
    parts: indicator.parts.map(({ name, count }) => `${name}${count}`).join('，'),
    before: earlier ? valueWords(earlier[place]!) : '—',
    aim: indicator.aim,
  }))
}

/** A rating behind a figure, in words; it names nobody. */
export const ratingRow = (rating: MonthRating): readonly string[] => [
  shortDay(rating.ratedOn),
  ratingLevelWords[rating.level],
  rating.tags.map((code) => tagWordsOf(rating.level, code)).join('、'),
  rating.serviceName,
  rating.contact === 1 ? '窗口收件' : '窗口出件',
  ratingChannelWords[rating.channel],
  rating.excluded ? '不予采纳' : rating.status ? followUpStatusWords[rating.status] : '',
  rating.finishBy ? shortDay(rating.finishBy) : '',
  rating.closedOn ? shortDay(rating.closedOn) : '',
]

/** The heads of those rows. */
export const ratingHeads = [
  '日期',
  '评价',
  '选的原因',
  '事项',
  '环节',
  '渠道',
  '处理',
  '最晚',
  '办结',
] as const
/** The heads of the figures. */
export const sheetHeads = ['指标', '本月', '数', '其中', '上月', '目标'] as const
