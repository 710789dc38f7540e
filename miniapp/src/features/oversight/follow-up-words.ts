import { ratingLevelWords, tagWordsOf } from '@one-window/shared/ratings/rating'
import type {
  ExclusionKind,
  FollowUp,
  FollowUpEvent,
  FollowUpWhole,
  TaskKind,
} from '@one-window/shared/follow-ups/follow-up'
import { guideChangeWords } from '@one-window/shared/follow-ups/told'

type Said = Pick<FollowUp, 'level' | 'tags' | 'text'>

/** The words of the tags of a rating, by their codes. */
export const tagWords = ({ level, tags }: Said): string[] => tags.map((code) => tagWordsOf(level, code))

const HEAD = 24

/** What it is about, in one line: the first tag, or how the text begins. */
export const headWords = (said: Said): string => {
  const [first] = tagWords(said)
  if (first) return first
  const { text = '' } = said
  return text.length > HEAD ? `${text.slice(0, HEAD)}…` : text || '没有写原因'
}

/** 不满意，窗口收件 */
export const contactWords = ({ level, contact }: Pick<FollowUp, 'level' | 'contact'>): string =>
  `${ratingLevelWords[level]}，${contact === 1 ? '窗口收件' : '窗口出件'}`

/** Why a rating is not to count. */
export const exclusionWords: Readonly<Record<ExclusionKind, string>> = {
  mistaken: '误评',
  malicious: '恶意',
  'not-service': '不是服务的事',
}

/** What waits, in a word. */
export const taskWords: Readonly<Record<TaskKind, string>> = {
  reminder: '超期提醒',
  rectify: '整改',
  extension: '批延期',
  exclusion: '会签',
  appeal: '申诉',
  dossier: '移交的卷',
}

/** In whose hands a follow-up is. */
export const handWords = ({ status, rectifier }: Pick<FollowUp, 'status' | 'rectifier'>): string =>
  status === 'rectify' ? (rectifier === 'approver' ? '审批人' : '主任') : '您'

/** What the supervisor does next, in the words of the button. */
export const nextWords: Readonly<Record<FollowUp['status'], string>> = {
  triage: '研判',
  callback: '打回访电话',
  verify: '去核实',
  rectify: '看整改',
  report: '告诉评价人',
  check: '复核销号',
  closed: '看结果',
}

const choices: Readonly<Record<string, string>> = {
  clear: '简单明确，立行立改',
  complex: '复杂，限期整改',
  'no-basis': '没有依据，说明情况',
  mistaken: '像是误评或恶意',
  'no-answer': '没人接',
  'wrong-number': '号码打不通',
  reached: '接通了',
  'would-not-say': '不愿说',
  unreachable: '联系不上',
  true: '属实',
  partly: '部分属实',
  untrue: '不属实',
  unverifiable: '无法核实',
  unit: '单位',
  rated: '被评人',
}

const deeds: Readonly<Record<FollowUpEvent['deed'], string>> = {
  triage: '研判',
  'triage-unnamed': '研判',
  explain: '研判',
  attempt: '回访',
  'call-back': '回访',
  verify: '核实',
  'find-nothing': '核实',
  rectify: '整改',
  'report-back': '反馈评价人',
  close: '复核通过，销号',
  'send-back': '退回重查',
  reopen: '评价人说没解决，重新查',
  exclude: '会签同意，不予采纳',
  'ask-extension': '申请延期',
  'approve-extension': '批准延期',
  'refuse-extension': '没有批延期',
  'propose-exclusion': '提出不予采纳',
  'refuse-exclusion': '会签不同意，照常办',
  appeal: '申诉',
  'accept-appeal': '申诉成立',
  'refuse-appeal': '申诉不成立',
  transfer: '移交纪检',
  'sign-transfer': '纪检签收',
  answer: '评价人说解决了',
}

/** 回访：没人接 */
export const deedWords = ({ deed, choice }: Pick<FollowUpEvent, 'deed' | 'choice'>): string => {
  const chosen = choice && (choices[choice] ?? exclusionWords[choice as ExclusionKind])
  return chosen && deed !== 'reopen' && deed !== 'answer' ? `${deeds[deed]}：${chosen}` : deeds[deed]
}

/** What was written at a step. */
export const eventNote = ({ words, evidence, person, doneOn, guide }: FollowUpEvent): string =>
  [
    words,
    person && `责任人${person}${doneOn ? `，${doneOn}办好` : ''}`,
    evidence && `证据：${evidence.join('、')}`,
    guide && guideChangeWords(guide),
  ]
    .filter(Boolean)
    .join('。')

/** How the callback stands, in a few words. */
export const callWords = ({ called, halfDays = [] }: Pick<FollowUpWhole, 'called' | 'halfDays'>): string =>
  called ? (choices[called] ?? '') : halfDays.length > 0 ? `${halfDays.length}个半天没打通` : '还没打'
