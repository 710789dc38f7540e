/** Good and poor ratings (政务服务好差评): five levels, the tags of each, who may rate, when and how often. */
import * as z from 'zod/mini'
import { Instant } from '../foundation/time'

/** Stored by name: GB/T 39046 and the live exchange number the levels in opposite directions. */
export const RatingLevel = z.enum([
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
])
export type RatingLevel = z.infer<typeof RatingLevel>

/** Best first, with the national words. */
export const ratingLevelWords: Readonly<Record<RatingLevel, string>> = {
  'very-satisfied': '非常满意',
  satisfied: '满意',
  'fairly-satisfied': '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
}

/** A poor rating (差评) is one of the last two levels; 基本满意 counts as good. */
export const isPoor = (level: RatingLevel): boolean =>
  level === 'dissatisfied' || level === 'very-dissatisfied'

/** 5 for the best, 1 for the worst, as averages count. */
export const starsOf = (level: RatingLevel): number => 5 - RatingLevel.options.indexOf(level)

/** Where a rating was given: the code at the window, the app, a message's link, the desk's second screen. */
export const RatingChannel = z.enum(['desk-code', 'mini-program', 'message', 'desk-screen'])
export type RatingChannel = z.infer<typeof RatingChannel>

/** Chinese words of the channels. */
export const ratingChannelWords: Readonly<Record<RatingChannel, string>> = {
  'desk-code': '窗口扫码',
  'mini-program': '小程序',
  message: '消息链接',
  'desk-screen': '窗口第二屏',
}

export interface RatingTag {
  code: string
  words: string
}
const tags = (text: string): RatingTag[] =>
  text.split(' · ').map((one) => ({ code: one.slice(0, 3), words: one.slice(4) }))

/** The tags (评价标签) of each level, from the national list; the code's first digit is the level of the exchange. */
export const ratingTags: Readonly<Record<RatingLevel, readonly RatingTag[]>> = {
  'very-satisfied': tags(
    '510 一窗受理一次办结 · 511 可以先受理后补材料 · 512 不用提交证明 · 513 可以全程网上办理 · 514 可以使用手机办理 · 515 可以就近办理 · 516 无需材料直接办理 · 517 服务热情效率高',
  ),
  satisfied: tags(
    '406 填写一张表单就可完成申报 · 407 在线提交材料窗口核验 · 408 一张清单告知全部申报材料 · 409 用告知承诺减免申报材料 · 410 可以在线预约办理 · 411 跑大厅一次办完 · 412 可以使用自助机办理 · 413 服务态度较好',
  ),
  'fairly-satisfied': tags(
    '307 一次性告知需要补正的材料 · 308 提供申报材料样本 · 309 在承诺的时间内办结 · 310 办事指南指引准确 · 311 按办事指南要求的材料即可办理 · 312 可以快递送达 · 313 跑动次数与承诺的一致 · 314 服务态度一般',
  ),
  dissatisfied: tags(
    '207 没有提供材料样本 · 208 没有提供材料清单 · 209 未在承诺时间内办结 · 210 同样内容的证明材料被要求多次提交 · 211 承诺网办但无法在线办理 · 212 在线预约办理后到实体大厅重复取号排队 · 213 窗口人员业务不熟练 · 214 服务态度生硬',
  ),
  'very-dissatisfied': tags(
    '108 在办事指南之外增加新的审批条件 · 109 需提供办事指南之外的申报材料 · 110 无理由超过法定办理时间 · 111 办事指南提供样本有错 · 112 承诺在线收取申报材料实际无法收取 · 113 多头跑窗口和部门 · 114 跑动次数与承诺的不一致 · 115 服务态度差效率低',
  ),
}

/** Codes the national list has given up: read in history, never to be chosen. Their words are not published. */
const disabledTags: Readonly<Record<RatingLevel, readonly [first: number, last: number]>> = {
  'very-satisfied': [501, 509],
  satisfied: [401, 405],
  'fairly-satisfied': [301, 306],
  dissatisfied: [201, 206],
  'very-dissatisfied': [101, 107],
}

/** The words of a tag of a level, given up ones too; a code that is none stands for itself. */
export function tagWordsOf(level: RatingLevel, code: string): string {
  const [first, last] = disabledTags[level]
  const number = Number(code)
  return (
    ratingTags[level].find((tag) => tag.code === code)?.words ??
    (number >= first && number <= last ? `旧标签${code}(已停用)` : code)
  )
}

/** What WeChat said of a text (msgSecCheck): nothing but a passed one is shown to others than its writer. */
export type TextCheck = 'passed' | 'risky' | 'pending'

/** A rating as its giver sees it. */
export const Rating = z.object({
  caseId: z.string(),
  contact: z.number(),
  /** The one more rating after rectification (追评); the first one stays beside it. */
  again: z.optional(z.boolean()),
  level: RatingLevel,
  tags: z.array(z.string()),
  text: z.optional(z.string()),
  anonymous: z.boolean(),
  channel: RatingChannel,
  ratedAt: Instant,
})
export type Rating = z.infer<typeof Rating>
