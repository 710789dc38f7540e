/** What a rating's tags say, held against what the system knows: the supervisor reads it, it decides nothing. */
import { dayWords, type Day } from '../foundation/time'
import { tagWordsOf, type RatingLevel } from '../ratings/rating'
import type { CheckedTag } from './follow-up'

/** What is known of a case; what is absent is not known. */
export interface CaseFacts {
  readonly today: Day
  readonly acceptedOn?: Day | undefined
  readonly concludedOn?: Day | undefined
  readonly promisedBy?: Day | undefined
  readonly statutoryBy?: Day | undefined
  /** Whether who booked was checked in by the booking, with no second number; absent without a booking. */
  readonly checkedInByBooking?: boolean | undefined
  /** Times at the hall, and as the guide promises. */
  readonly trips?: number | undefined
  readonly promisedTrips?: number | undefined
  /** Whether a list of what to bring was given in writing. */
  readonly noticeGiven?: boolean | undefined
  readonly supplementRounds?: number | undefined
}

type Verdict = Pick<CheckedTag, 'verdict' | 'fact'>
const agrees = (fact: string): Verdict => ({ verdict: 'agrees', fact })
const differs = (fact: string): Verdict => ({ verdict: 'differs', fact })
const unknown = (fact: string): Verdict => ({ verdict: 'unknown', fact })

const inTime = (
  { acceptedOn, concludedOn, today }: CaseFacts,
  by: Day | undefined,
  limit: string,
): Verdict => {
  if (!acceptedOn) return unknown('这件事没有受理，没有开始计时')
  if (!by) return unknown(`受理是${dayWords(acceptedOn)}，${limit}的到期日系统里没有`)
  const end = concludedOn ?? today
  const done = concludedOn ? `${dayWords(concludedOn)}办结` : '到今天还没办结'
  const told = `${dayWords(acceptedOn)}受理，${limit}到${dayWords(by)}，${done}`
  if (end > by) return agrees(told)
  return concludedOn ? differs(told) : unknown(`${told}，还没到期`)
}

const onlyOfGuide = differs('系统只收办事指南上的材料和条件，指南以外的录不进去')
const askAbout = (what: string): Verdict => unknown(`系统里不记${what}，要问`)

const trips = ({ trips: made, promisedTrips }: CaseFacts): Verdict => {
  if (made === undefined) return unknown('系统里没有到大厅的次数，要问')
  if (promisedTrips === undefined) return unknown(`系统记到${made}趟，指南没写几趟`)
  const told = `指南写${promisedTrips}趟，系统记到${made}趟`
  return made > promisedTrips ? agrees(told) : differs(`${told}；没登记的要问`)
}

/** The rule of each tag; a tag without one cannot be looked up. */
const rules: Readonly<Record<string, (facts: CaseFacts) => Verdict>> = {
  207: () => askAbout('有没有给样本'),
  208: ({ noticeGiven }) =>
    noticeGiven === undefined
      ? askAbout('有没有给清单')
      : noticeGiven
        ? differs('出过书面的材料清单')
        : agrees('系统里没有出过书面的材料清单'),
  209: (facts) => inTime(facts, facts.promisedBy, '承诺'),
  210: ({ supplementRounds }) =>
    supplementRounds === undefined
      ? askAbout('补正了几次')
      : supplementRounds >= 2
        ? agrees(`补正告知了${supplementRounds}次`)
        : unknown(`补正告知了${supplementRounds}次，同一样材料有没有重复要，要问`),
  211: () => askAbout('网上能不能办'),
  212: ({ checkedInByBooking }) =>
    checkedInByBooking === undefined
      ? differs('这件事没有预约')
      : checkedInByBooking
        ? differs('凭预约签到的，没有另外取号的记录')
        : agrees('有预约，没有凭预约签到的记录'),
  213: () => askAbout('熟不熟练'),
  214: () => askAbout('态度'),
  108: () => onlyOfGuide,
  109: () => onlyOfGuide,
  110: (facts) => inTime(facts, facts.statutoryBy, '法定'),
  111: () => askAbout('样本对不对'),
  112: () => askAbout('网上收没收材料'),
  113: (facts) => (trips(facts).verdict === 'agrees' ? trips(facts) : askAbout('跑了哪些地方')),
  114: trips,
  115: () => askAbout('态度'),
}

/** Each chosen tag with its fact, in the order it was chosen. */
export const crossChecked = (level: RatingLevel, tags: readonly string[], facts: CaseFacts): CheckedTag[] =>
  tags.map((tag) => ({
    tag,
    said: tagWordsOf(level, tag),
    ...(rules[tag]?.(facts) ?? unknown('这一条系统里查不到，要问')),
  }))

/** Chinese words of the verdicts. */
export const verdictWords: Readonly<Record<CheckedTag['verdict'], string>> = {
  agrees: '和事实相符',
  differs: '和事实不符',
  unknown: '查不到，要问',
}
