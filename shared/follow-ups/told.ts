/** A follow-up in the words of the person who rated. No name, no window, no word that sends anybody to an office. */
import { dayWords, shortDay, chinaDay } from '../foundation/time'
import { answerUntil } from './deadlines'
import type { FollowUpEvent, FollowUpOpened, FollowUpState, GuideChange, GuidePart } from './follow-up'

/** Chinese words of the parts of a guide. */
export const guidePartWords: Readonly<Record<GuidePart, string>> = {
  materials: '材料清单',
  conditions: '受理条件',
  steps: '办理流程',
  time: '办理时限',
  fee: '收费',
  place: '办理地点',
}

type Told = Pick<FollowUpEvent, 'deed' | 'choice' | 'words' | 'guide'>

/** 12月1日(周二)前答复您 */
const answeredBefore = ({ day, pendingYear }: FollowUpOpened['finishBy']): string =>
  day ? `${dayWords(day)}前答复您` : `${pendingYear ?? '下一'}年放假安排公布后告诉您哪天`

const triaged: Readonly<Record<string, string>> = {
  clear: '看过了，马上去查',
  complex: '事情复杂，要多查几天',
  'no-basis': '看过了，给您一个说明',
  mistaken: '看过了，再核一遍',
}
const called: Readonly<Record<string, string>> = {
  reached: '给您打了电话，您说了经过',
  'would-not-say': '给您打了电话，您不想多说，我们按您写的去查',
  unreachable: '几次电话都没打通，先按您写的去查',
}
const found: Readonly<Record<string, string>> = {
  true: '查清楚了，您说的是对的',
  partly: '查清楚了，您说的有一部分对',
  untrue: '查清楚了，和您说的不一样',
  unverifiable: '查过了，没有找到能说明的记录',
}

/** 改了办事指南的材料清单：…，改成… */
export const guideChangeWords = ({ part, before, after }: GuideChange): string =>
  `办事指南的${guidePartWords[part]}改了：原来写“${before}”，现在写“${after}”`

/** What the person reads of one deed, as a title and more; undefined for what is not told to them. */
export function toldWords(
  { deed, choice = '', words, guide }: Told,
  { finishBy }: Pick<FollowUpState, 'finishBy'>,
): { title: string; body?: string } | undefined {
  switch (deed) {
    case 'triage':
    case 'triage-unnamed':
    case 'explain':
      return {
        title: triaged[choice] ?? '看过了',
        ...(choice === 'complex' && { body: answeredBefore(finishBy) }),
      }
    case 'attempt':
      return { title: '给您打过电话，没打通' }
    case 'call-back':
      return { title: called[choice] ?? '给您打了电话' }
    case 'verify':
      return { title: found[choice] ?? '查清楚了', body: '该改的马上改' }
    case 'find-nothing':
      return { title: found[choice] ?? '查清楚了' }
    case 'rectify':
      return { title: '改好了', ...(guide && { body: guideChangeWords(guide) }) }
    case 'report-back':
      return { title: '查的结果', ...(words && { body: words }) }
    case 'close':
      return { title: '这件事办结了' }
    case 'send-back':
      return { title: '查得还不够，接着查' }
    case 'approve-extension':
      return { title: '还要多查几天', body: `改到${answeredBefore(finishBy)}` }
    case 'exclude':
      return {
        title: '两个人复核过，这条评价不计入成绩',
        body: '您写的都留着，没有删。不同意，可以点“没解决”，我们再查一次。',
      }
    case 'answer':
      return { title: '您说解决了' }
    case 'reopen':
      return { title: '您说没解决，我们再查一次', body: answeredBefore(finishBy) }
    case 'ask-extension':
    case 'refuse-extension':
    case 'propose-exclusion':
    case 'refuse-exclusion':
    case 'appeal':
    case 'accept-appeal':
    case 'refuse-appeal':
    case 'transfer':
    case 'sign-transfer':
      return undefined
  }
}

/** What the person may still say, and until when. */
export function mayAnswer(
  { status, reportedAt, reopened, solved, ratedAgain, exclusion }: FollowUpState,
  today: string,
): Pick<FollowUpOpened, 'answerUntil' | 'mayReopen' | 'mayRateAgain'> {
  const until = reportedAt === undefined ? undefined : answerUntil(reportedAt)
  const open =
    until !== undefined && today <= until && (status === 'check' || status === 'closed') ? until : undefined
  return {
    ...(open !== undefined && { answerUntil: open }),
    mayReopen: open !== undefined && !reopened && solved === undefined,
    mayRateAgain: open !== undefined && !ratedAgain && exclusion !== 'agreed',
  }
}

/** A follow-up as the person who rated sees it. */
export function followUpTold(
  state: FollowUpState,
  events: readonly FollowUpEvent[],
  today: string,
): FollowUpOpened {
  const { followUpId, status, openedAt, contactBy, finishBy, solved } = state
  const story = events.flatMap((event) => {
    const words = toldWords(event, state)
    return words ? [{ at: event.at, ...words }] : []
  })
  const last = (deed: FollowUpEvent['deed']) => [...events].reverse().find((event) => event.deed === deed)
  const answer = last('report-back')?.words
  const guide = last('rectify')?.guide
  return {
    followUpId,
    status,
    openedAt,
    contactBy,
    finishBy,
    story,
    ...(answer !== undefined && { answer }),
    ...(guide && { guide }),
    ...(solved !== undefined && { solved }),
    ...mayAnswer(state, today),
  }
}

/** The one sentence of it, first part and second. */
export const toldSentence = ({ status, finishBy, solved }: FollowUpOpened): [string, string?] => {
  if (status === 'closed' || status === 'check')
    return solved === true ? ['办结了', '您说解决了'] : ['查清楚了', '结果在下面']
  return finishBy.day ? ['正在查', `${dayWords(finishBy.day)}前答复您`] : ['正在查', '查清楚就答复您']
}

/** 11月24日 */
export const toldDay = (at: string): string => shortDay(chinaDay(new Date(at)))
