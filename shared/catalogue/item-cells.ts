/** How the cells of a table of items are read: words of a list, days, yes and no, names, codes. */
import { toHalfWidth } from '../identity/identity'
import { audienceWords, frequencyWords, handlingTypeWords, levelWords } from './item-words'
import type { Domain, Service } from './service'

/** A cell as a spreadsheet gives it. */
export type Cell = string | number | boolean | Date | null
/** What a cell says of a service, or what is wrong with it. */
export type Reading = Partial<Service> | { problem: string }

export const ask = (problem: string): Reading => ({ problem })
const half = (text: string): string => toHalfWidth(text).replace(/\s+/g, '')

/** The words of a list, whole or as people shorten them. */
export const oneOf =
  <Value extends string>(
    words: Readonly<Record<Value, string>>,
    more: Readonly<Record<string, Value>> = {},
  ) =>
  (text: string): Value | undefined =>
    (Object.keys(words) as Value[]).find((value) => words[value] === text) ??
    more[Object.keys(more).filter((short) => short === text)[0] ?? '']

export const choices = (words: Readonly<Record<string, string>>): string =>
  Object.keys(words)
    .map((value) => words[value])
    .join('、')

export const handlingOf = oneOf(handlingTypeWords, { 即办: 'immediate', 承诺: 'promised' })
export const levelOf = oneOf(levelWords, { 乡级: 'township', 乡镇: 'township', 县级: 'county' })
export const frequencyOf = oneOf(frequencyWords, { 高频: 'high', 低频: 'low', 常年无办件: 'none' })
export const audienceOf = oneOf(audienceWords, {
  个人: 'natural',
  企业: 'legal',
  企业法人: 'legal',
  事业法人: 'legal',
  社会组织法人: 'legal',
})
export const domainNames: Readonly<Record<Domain, Domain>> = {
  民政: '民政',
  医保: '医保',
  人社: '人社',
  公安: '公安',
  卫健: '卫健',
  农业农村: '农业农村',
  自然资源和规划: '自然资源和规划',
  住建: '住建',
  退役军人: '退役军人',
  市场监管: '市场监管',
  财政: '财政',
  供水供电: '供水供电',
}
export const itemTypes: Readonly<Record<Service['itemType'], string>> = {
  行政许可: '行政许可',
  行政给付: '行政给付',
  行政确认: '行政确认',
  行政奖励: '行政奖励',
  行政裁决: '行政裁决',
  公共服务: '公共服务',
  其他行政权力: '其他行政权力',
}
const flagOf = (text: string): boolean | undefined =>
  /^(是|可以?|能|有)$/.test(text) ? true : /^(否|不可以?|不能|无)$/.test(text) ? false : undefined

/** Working days: 20, 20个工作日, 即办; undefined for anything else. */
const daysOf = (text: string): number | undefined => {
  const plain = half(text)
  if (/^(即办|即办件|当场|即来即办)$/.test(plain)) return 0
  const [, count] = /^(\d{1,3})(?:个?工作日|天)?$/.exec(plain) ?? []
  return count === undefined ? undefined : Number(count)
}
const WRONG_DAYS = '只写几个工作日，比如 20；当场办的写 0'

export const chosen = <Value extends string>(
  of: (text: string) => Value | undefined,
  words: Readonly<Record<string, string>>,
  make: (value: Value) => Partial<Service>,
) => {
  return (text: string): Reading => {
    const value = of(text)
    return value === undefined ? ask(`只能写${choices(words)}`) : make(value)
  }
}
export const limit =
  (make: (days: number | null) => Partial<Service>) =>
  (text: string): Reading => {
    if (/^(|无|没有|未规定|—|-)$/.test(text)) return make(null)
    const days = daysOf(text)
    return days === undefined ? ask(WRONG_DAYS) : make(days)
  }
export const words =
  (make: (text: string | null) => Partial<Service>) =>
  (text: string): Reading =>
    make(text || null)
export const flag =
  (make: (value: boolean, service: Service) => Reading) =>
  (text: string, service: Service): Reading => {
    const value = flagOf(text)
    return value === undefined ? ask('只能写是或否') : make(value, service)
  }

/** 独立项 and 子项 are no names of a 业务办理项. */
const isKindOfItem = (text: string): boolean => /^(|独立项|子项|无)$/.test(text)
/** The name of the 业务办理项 in a cell; null where the item has none. */
export const businessItemOf = (text: string): string | null => (isKindOfItem(text) ? null : text)
/** A code as it is compared: half-width, without blanks. */
export const codeOf = (text: string): string | null => half(text).toUpperCase() || null
