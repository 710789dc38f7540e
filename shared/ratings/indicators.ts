/** The figures of a month (rules 2.7): counts beside every rate, "—" for nothing to count, few ones said to be few. */
import type { Counter, Counts } from './month'
import type { Correction, Figure, MonthCounts } from './month-sheet'
import { ratingSettings } from './settings'

/** A figure: a count, or a share of something. `of` absent: a plain count. */
export interface Part {
  readonly name: string
  readonly count: number
  readonly of?: number
  readonly opens?: Figure
}
export interface Indicator extends Part {
  readonly key: string
  readonly unit: '%' | '条' | '分'
  readonly parts: readonly Part[]
  /** What is aimed at, in words. */
  readonly aim: string
}

/** The value of an indicator; undefined when there is nothing to count. */
export const valueOf = ({ count, of, unit }: Pick<Indicator, 'count' | 'of' | 'unit'>): number | undefined =>
  of === undefined ? count : of === 0 ? undefined : unit === '分' ? count / of : (count / of) * 100

/** 94.7%, 4.6分, 12条, — */
export const valueWords = (indicator: Pick<Indicator, 'count' | 'of' | 'unit'>): string => {
  const value = valueOf(indicator)
  if (value === undefined) return '—'
  const { of, unit } = indicator
  return of === undefined ? `${value}${unit}` : `${trimmed(value)}${unit}`
}
/** One digit after the point, cut down when rounding would make a whole of what is none. */
const trimmed = (value: number): string => {
  const rounded = Math.round(value * 10) / 10
  const honest = rounded === 100 && value < 100 ? 99.9 : rounded === 0 && value > 0 ? 0.1 : rounded
  return String(honest)
}

/** 36/38; absent for a plain count. */
export const shareWords = ({ count, of }: Part): string => (of === undefined ? '' : `${count}/${of}`)

/** True when a rate is of so few that it says little; the units of a township are few by themselves. */
export const isFew = ({ key, of = 0 }: Pick<Indicator, 'key' | 'of'>): boolean =>
  key !== 'units' && of > 0 && of < ratingSettings.fewRatings

/** R: ratings of the month without what was excluded. */
const ratedOf = ({ g5 = 0, g4 = 0, g3 = 0, g2 = 0, g1 = 0 }: Counts): number => g5 + g4 + g3 + g2 + g1

/** Every indicator of a month, in the order screen, paper and export show them. */
export function indicatorsOf({ counts, contacts, finished, units, unitsObliged }: MonthCounts): Indicator[] {
  const { g5 = 0, g4 = 0, g3 = 0, g2 = 0, g1 = 0 } = counts
  const rated = ratedOf(counts)
  const of = (name: Counter): number => counts[name] ?? 0
  return [
    {
      key: 'active',
      name: '主动评价率',
      count: rated,
      of: contacts,
      unit: '%',
      opens: 'all',
      parts: [
        { name: '窗口扫码', count: of('deskCode'), opens: 'desk-code' },
        { name: '小程序', count: of('miniProgram'), opens: 'mini-program' },
        { name: '消息链接', count: of('message'), opens: 'message' },
        { name: '第二屏', count: of('deskScreen'), opens: 'desk-screen' },
        { name: '默认评价', count: 0 },
      ],
      aim: '不催、不代评',
    },
    {
      key: 'rated-cases',
      name: '办件评价率',
      count: of('cases'),
      of: finished,
      unit: '%',
      opens: 'all',
      parts: [],
      aim: '越高越好',
    },
    {
      key: 'good',
      name: '好评率',
      count: g5 + g4 + g3,
      of: rated,
      unit: '%',
      opens: 'good',
      parts: [
        { name: '非常满意', count: g5 },
        { name: '满意', count: g4 },
        { name: '基本满意', count: g3 },
      ],
      aim: '差评逐条看',
    },
    {
      key: 'poor',
      name: '差评率',
      count: g2 + g1,
      of: rated,
      unit: '%',
      opens: 'poor',
      parts: [
        { name: '不满意', count: g2 },
        { name: '非常不满意', count: g1 },
        { name: '不予采纳', count: of('excluded'), opens: 'excluded' },
      ],
      aim: '差评逐条看',
    },
    {
      key: 'average',
      name: '平均分',
      count: 5 * g5 + 4 * g4 + 3 * g3 + 2 * g2 + g1,
      of: rated,
      unit: '分',
      opens: 'all',
      parts: [],
      aim: '满分5分',
    },
    {
      key: 'rectified',
      name: '差评整改率',
      count: of('closed'),
      of: of('due'),
      unit: '%',
      opens: 'due',
      parts: [{ name: '办结', count: of('closed'), opens: 'closed' }],
      aim: '100%',
    },
    {
      key: 'in-time',
      name: '差评按时整改率',
      count: of('inTime'),
      of: of('due'),
      unit: '%',
      opens: 'in-time',
      parts: [],
      aim: '100%',
    },
    {
      key: 'called',
      name: '实名差评回访率',
      count: of('called'),
      of: of('named'),
      unit: '%',
      opens: 'named',
      parts: [{ name: '其中联系不上', count: of('unreachable'), opens: 'unreachable' }],
      aim: '100%',
    },
    {
      key: 'satisfied',
      name: '回访满意度',
      count: of('satisfied'),
      of: of('answered'),
      unit: '%',
      opens: 'answered',
      parts: [],
      aim: '越高越好',
    },
    {
      key: 'again',
      name: '追评',
      count: of('again'),
      unit: '条',
      opens: 'again',
      parts: [{ name: '好评', count: of('againGood'), opens: 'again-good' }],
      aim: '只看，不比',
    },
    {
      key: 'units',
      name: '评价部门覆盖率',
      count: units,
      of: unitsObliged,
      unit: '%',
      parts: [],
      aim: '越高越好',
    },
  ]
}

/** What stands otherwise than it was published. */
export const correctionsOf = (month: string, published: MonthCounts, now: MonthCounts): Correction[] => {
  const said = (indicator: Indicator): string => {
    const share = shareWords(indicator)
    return share === '' ? valueWords(indicator) : `${valueWords(indicator)} ${share}`
  }
  const before = indicatorsOf(published)
  return indicatorsOf(now).flatMap((indicator, place) => {
    const [was, is] = [said(before[place]!), said(indicator)]
    return was === is ? [] : [{ month, name: indicator.name, was, is }]
  })
}
