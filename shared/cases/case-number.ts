/** The number of a case (办件编号), which people read out, write down and type: YH20261124 0001 and a check digit. */
import type { Day } from '../foundation/time'

const syllable = /(?:zh|ch|sh|[b-df-hj-np-tw-z])?[aeiouv]+(?:ng|n)?(?![aeiouv])/g

/** The initials of a hall's pinyin: yonghe is YH, xuanzhou XZ. */
export const hallPrefix = (hallId: string): string =>
  (hallId.match(syllable) ?? [hallId])
    .map((one) => one.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase()

/** ISO 7064 MOD 11,10: one wrong digit and two swapped neighbours are noticed (but 0 and 9 apart only seldom). */
const checkDigit = (digits: string): string => {
  let rest = 10
  for (const digit of digits) {
    const sum = (rest + Number(digit)) % 10 || 10
    rest = (sum * 2) % 11
  }
  return String((11 - rest) % 10)
}

/** The case number of the `serial`-th case a hall received on a day. */
export const caseNumber = (hallId: string, day: Day, serial: number): string => {
  const digits = `${day.replace(/-/g, '')}${String(serial).padStart(4, '0')}`
  return `${hallPrefix(hallId)}${digits}${checkDigit(digits)}`
}
