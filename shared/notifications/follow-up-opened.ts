import type { FollowUpOpened } from '../follow-ups/follow-up'
import { chinaClock, chinaDay, dayWords, shortDay } from '../foundation/time'
import type { MessageWords } from './booking-messages'
import { thing, timeField } from './template-fields'

const before = ({ day }: FollowUpOpened['finishBy']): string =>
  day === undefined ? '尽快' : `${dayWords(day)}前`

/** What a person reads when their poor rating has become a follow-up: what happens, and by when. */
export function followUpOpenedMessage(
  { openedAt, contactBy, finishBy }: FollowUpOpened,
  anonymous: boolean,
): MessageWords & { at: string } {
  const opened = new Date(openedAt)
  return {
    kind: 'follow-up-opened',
    at: openedAt,
    title: '您的评价有人在查了',
    body: anonymous
      ? `监督员${before(finishBy)}查清楚，结果写在您的评价里。`
      : `监督员${before(contactBy)}给您打电话问情况，${before(finishBy)}答复您。`,
    fields: {
      thing1: '您的评价有人在查了',
      time2: timeField(chinaDay(opened), chinaClock(opened)),
      thing3: thing(
        finishBy.day === undefined ? '监督员尽快答复您' : `监督员${shortDay(finishBy.day)}前答复您`,
      ),
    },
  }
}
