import { chinaClock, chinaDay } from '../foundation/time'
import type { MessageWords } from './booking-messages'
import { thing, timeField } from './template-fields'

/** What the words of an answered pre-check need. */
export interface ToldPrecheck {
  serviceName: string
  isAllGood: boolean
  say: string
  more: string
}

/** The window has looked at what was sent ahead. */
export const precheckAnsweredMessage = (
  { serviceName, isAllGood, say, more }: ToldPrecheck,
  now: Date,
): MessageWords => ({
  kind: 'precheck-answered',
  title: '窗口看过您的照片了',
  body: `“${serviceName}”：${say}。${more}`,
  fields: {
    thing1: thing(serviceName),
    phrase2: isAllGood ? '都行' : '还差几样',
    time3: timeField(chinaDay(now), chinaClock(now)),
    thing4: thing(say),
  },
})
