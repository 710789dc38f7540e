/** What the person who rated is told of their follow-up. Nothing that anybody wrote, no name, no number. */
import type { FollowUpEvent, FollowUpOpened, FollowUpState } from '../follow-ups/follow-up'
import { toldWords } from '../follow-ups/told'
import { chinaClock, chinaDay, dayWords, shortDay, type Day, type Instant } from '../foundation/time'
import type { MessageWords } from './booking-messages'
import type { MessageKind } from './message'
import { thing, timeField, type TemplateFields } from './template-fields'

const before = ({ day }: FollowUpOpened['finishBy']): string =>
  day === undefined ? '尽快' : `${dayWords(day)}前`

const fieldsOf = (at: Instant, title: string, hint: string): TemplateFields => {
  const when = new Date(at)
  return {
    thing1: thing(title),
    time2: timeField(chinaDay(when), chinaClock(when)),
    thing3: thing(hint),
  }
}

/** A poor rating has become a follow-up: what happens, and by when. */
export function followUpOpenedMessage(
  { openedAt, contactBy, finishBy }: Pick<FollowUpState, 'openedAt' | 'contactBy' | 'finishBy'>,
  anonymous: boolean,
): MessageWords & { at: string } {
  const title = '您的评价有人在查了'
  return {
    kind: 'follow-up-opened',
    at: openedAt,
    title,
    body: anonymous
      ? `监督员${before(finishBy)}查清楚，结果写在您的评价里。`
      : `监督员${before(contactBy)}给您打电话问情况，${before(finishBy)}答复您。`,
    fields: fieldsOf(
      openedAt,
      title,
      finishBy.day === undefined ? '监督员尽快答复您' : `监督员${shortDay(finishBy.day)}前答复您`,
    ),
  }
}

/** What the person reads of one step; undefined for what is not told to them. */
export function followUpStepMessage(
  { deed, choice, at }: Pick<FollowUpEvent, 'deed' | 'choice' | 'at'>,
  state: Pick<FollowUpState, 'finishBy' | 'status'>,
): (MessageWords & { at: string }) | undefined {
  const says = (kind: MessageKind, title: string, body: string) => ({
    kind,
    at,
    title,
    body,
    fields: fieldsOf(at, title, body),
  })
  if (deed === 'report-back')
    return says('follow-up-answered', '您的评价查清楚了', '结果写在“我的评价”里。解决没有，请您说一声。')
  // what the person has just said themselves is no news to them
  if (deed === 'answer') return undefined
  const told = toldWords({ deed, ...(choice !== undefined && { choice }) }, state)
  return (
    told &&
    says('follow-up-moved', `您的评价：${told.title}`, told.body ?? '办到哪一步，“我的评价”里看得到。')
  )
}

/** The evening after a service: how was it? A code of the message opens the page once, for its owner. */
export const ratingAskedMessage = (
  { serviceName, caseNumber, ratableUntil }: { serviceName: string; caseNumber: string; ratableUntil: Day },
  at: Instant,
): MessageWords & { at: string } => ({
  kind: 'rating-asked',
  at,
  title: '这次办得怎么样？',
  body: `“${serviceName}”，您想评就评一下，不评也没关系。${shortDay(ratableUntil)}前都可以。`,
  fields: {
    thing1: thing(serviceName),
    character_string2: caseNumber,
    phrase3: '请您评价',
    time4: timeField(chinaDay(new Date(at)), chinaClock(new Date(at))),
    thing5: '想评就评一下，不评也没关系',
  },
})
