import type { FollowUpOpened } from '../follow-ups/follow-up'
import { dayWords } from '../foundation/time'
import type { Message } from './message'

const before = ({ day }: FollowUpOpened['finishBy']): string =>
  day === undefined ? '尽快' : `${dayWords(day)}前`

/** What a person reads when their poor rating has become a follow-up: what happens, and by when. */
export const followUpOpenedMessage = (
  { openedAt, contactBy, finishBy }: FollowUpOpened,
  anonymous: boolean,
): Pick<Message, 'kind' | 'at' | 'title' | 'body'> => ({
  kind: 'follow-up-opened',
  at: openedAt,
  title: '您的评价有人在查了',
  body: anonymous
    ? `监督员${before(finishBy)}查清楚，结果写在您的评价里。`
    : `监督员${before(contactBy)}给您打电话问情况，${before(finishBy)}答复您。`,
})
