/** What the window says of what was sent, and what follows from it; the overall word is a rule, not an opinion. */
import type { FieldError } from '../foundation/problems'
import type { PrecheckLine, PrecheckOutcome } from './precheck'

/** What is said of one material. */
export interface SaidOfMaterial {
  materialId: string
  ok: boolean
  reason?: string
}

/** Reasons that are often needed, one tap each. */
export const usualReasons: readonly string[] = [
  '看不清，请重拍',
  '没拍全，缺页',
  '过期了',
  '不是这样材料',
  '没有签字或盖章',
]

/**
 * What is not right with an answer: everything that was sent is answered, nothing else is, and a no says why. Nothing
 * beyond the guide's list can be asked for (行政许可法 art. 31).
 */
export function answerErrors(sentIds: readonly string[], said: readonly SaidOfMaterial[]): FieldError[] {
  const errors: FieldError[] = []
  const answered = new Set<string>()
  said.forEach(({ materialId, ok, reason }, place) => {
    const wrong = (message: string, field = '') =>
      errors.push({ pointer: `/answers/${place}${field}`, message })
    if (sentIds.indexOf(materialId) < 0) wrong('没有发这样材料，只答发来的')
    else if (answered.has(materialId)) wrong('这样材料答了两次，请留一个')
    else if (!ok && !reason) wrong('请写哪里不行，该怎么改', '/reason')
    answered.add(materialId)
  })
  if (sentIds.some((materialId) => !answered.has(materialId)))
    errors.push({ pointer: '/answers', message: '还有材料没答，请每样都答' })
  return errors
}

type Line = Pick<PrecheckLine, 'name' | 'necessity' | 'isForm' | 'ok'> & { files: readonly unknown[] }

/** Sent and found right. */
const isGood = ({ ok, files }: Line): boolean => ok === true && files.length > 0
const isWrong = ({ ok, files }: Line): boolean => ok === false && files.length > 0
const isMissing = ({ necessity, isForm, files }: Line): boolean =>
  necessity === 'required' && !isForm && files.length === 0

/** All good: all that was sent is right, and all that everybody must hand in was sent. */
export const outcomeOf = (lines: readonly Line[]): PrecheckOutcome =>
  lines.some(isGood) && !lines.some((line) => isWrong(line) || isMissing(line)) ? 'all-good' : 'incomplete'

const listed = (lines: readonly Line[]): string => lines.map(({ name }) => `“${name}”`).join('、')

/** The overall word, for the page and the message. */
export function outcomeWords(lines: readonly Line[]): { say: string; more: string } {
  const wrong = lines.filter(isWrong)
  const missing = lines.filter(isMissing)
  if (outcomeOf(lines) === 'all-good')
    return { say: '都行，带原件来就能办', more: '预审不是受理，原件到窗口还要核对一遍。' }
  if (wrong.length === 0 && lines.some(isGood))
    return {
      say: `发来的都行，还差${missing.length}样`,
      more: `还差${listed(missing)}：拍了再发，或者来时带上。`,
    }
  return {
    say: `还差${wrong.length + missing.length}样`,
    more:
      [
        ...(wrong.length > 0 ? [`${listed(wrong)}要重拍`] : []),
        ...(missing.length > 0 ? [`${listed(missing)}还没发`] : []),
      ].join('；') + '。',
  }
}
