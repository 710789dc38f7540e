/**
 * The fields of a subscribe message as WeChat takes them: a wrong character or one too many and the whole message is
 * refused (47003). Limits: developers.weixin.qq.com, 订阅消息参数值内容限制说明.
 */
import { type ClockTime, type Day } from '../foundation/time'

/** What stands in a template, by the name its keyword has there: `thing1`, `time2`, `character_string2`, `phrase3`. */
export type TemplateFields = Readonly<Record<string, string>>

/** How long each kind of field may be, and of what it is made. */
const limits: Readonly<Record<string, { most: number; of: RegExp }>> = {
  thing: { most: 20, of: /^[^\p{Cc}\p{Cf}]+$/u },
  character_string: { most: 32, of: /^[\x21-\x7e]+$/ },
  phrase: { most: 5, of: /^[\u4e00-\u9fff]+$/ },
  time: { most: 32, of: /^\d{4}年\d{1,2}月\d{1,2}日 ([01]\d|2[0-3]):[0-5]\d$/ },
}

/** True when WeChat takes every field as it is. */
export const fitsTemplate = (fields: TemplateFields): boolean =>
  Object.entries(fields).every(([name, value]) => {
    const limit = limits[name.replace(/\d+$/, '')]
    return limit !== undefined && value.length <= limit.most && limit.of.test(value)
  })

/** Any text as a `thing`: 1 to 20 characters, cut at a whole one, nothing invisible. */
export function thing(text: string): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const { most } = limits.thing!
  if (plain.length <= most) return plain || '见小程序'
  let kept = ''
  for (const letter of plain) {
    if (kept.length + letter.length > most - 1) break
    kept += letter
  }
  return `${kept}…`
}

/** 2026年11月28日 09:00 */
export const timeField = (day: Day, clock: ClockTime): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日 ${clock}`
}
