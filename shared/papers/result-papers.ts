/** What became of a case, and how it reached its person: decision, 送达回证, the register of what was posted. */
import type { CaseEvent, CaseFacts, HandedTo } from '../cases/case'
import { caseSettings } from '../cases/settings'
import { addWorkingDays } from '../foundation/calendar'
import { chinaDay, type Day } from '../foundation/time'
import { complaints, remedies, under } from './law'
import { rowsOf, type Paper } from './paper'
import type { Made } from './paper-sources'
import { isDecidedByCounty } from './paper-kinds'
import { ask, asked, clauses, government, head, item, seal, TWO_COPIES, who } from './paper-parts'
import { BLANK, paperDay, paperInstant, paperWeekday } from './paper-words'

/** The day it was decided: what the county's paper says, or that of the event. */
const decidedOn = ({ ref }: Made): Day => ref.event.facts?.decidedOn ?? chinaDay(new Date(ref.at))

/** 准予或不予决定书; for what the county decides, what its decision says. */
export function decisionPaper(made: Made): Paper {
  const { told, ref, service } = made
  const refused = told.outcome === 'refused'
  const { note, facts } = ref.event
  const isCounty = isDecidedByCounty(told)
  const decider = told.route.find(({ decides }) => decides)?.actor
  const outcome = refused ? '不予批准' : '准予'
  return {
    ...head(made),
    sentences: [
      isCounty
        ? `${asked(made)}，${decider}审查后决定：${outcome}。决定书以${decider}的文书为准，随本告知书送达。`
        : refused
          ? `${asked(made)}。经审查，不符合规定的条件，决定不予批准(${under(service, '三十八条')})。`
          : `${asked(made)}。经审查，符合规定的条件，决定准予(${under(service, '三十八条')})。`,
    ],
    box: refused ? { say: '决定', big: '不予批准' } : deliverBox(made),
    parts: [
      rowsOf(
        item(made),
        ...who(made),
        { name: '决定日期', value: paperDay(decidedOn(made)) },
        (isCounty || facts?.document) && { name: '文书编号', value: facts?.document ?? BLANK },
        refused && { name: '不予批准的原因', value: note ?? '' },
        { name: '依据', value: facts?.basis ?? basisOf(service?.legalBasis) },
        !refused && { name: '办成拿到', value: told.resultName },
      ),
      refused
        ? clauses('您的权利', remedies('本决定'), '条件符合了，可以再申请。', complaints)
        : clauses(
            '怎么领',
            '本人带身份证到大厅窗口领，哪个窗口都行；别人代领，带代领人的身份证，报您手机上的6位取件码。',
            told.handOver === 'post-or-window' && '想寄到家的，打电话跟窗口说一声。',
            complaints,
          ),
    ],
    ask: ask(made),
    signs: ['签收人签字', '送达人签字'],
    seal: { by: isCounty ? told.hallName : government(made), on: decidedOn(made) },
    foot: [TWO_COPIES],
  }
}

const basisOf = (basis: readonly string[] | undefined): string | readonly string[] =>
  basis && basis.length > 0 ? basis : BLANK

/** The result is to be in the person's hands 10 working days after the decision (art. 44). */
function deliverBox(made: Made): NonNullable<Paper['box']> {
  const days = caseSettings.deliverWorkingDays
  const due = addWorkingDays(made.calendar, decidedOn(made), days)
  return {
    say: '最晚在这一天送到您手里',
    big: 'day' in due ? paperWeekday(due.day) : `决定后${days}个工作日内`,
    side: [`决定后${days}个工作日`],
  }
}

const groundWords: Partial<Record<NonNullable<CaseFacts['ground']>, string>> = {
  'supplement-overdue': '要补的材料到期没有补齐',
  'promise-broken': '您承诺以后补交的材料到期没有补齐',
  'by-mistake': '这一件是登记错的',
}

/** 退件通知书: a case that ends without a decision, and why. */
export function terminatePaper(made: Made): Paper {
  const { note, facts } = made.ref.event
  const why = groundWords[facts?.ground ?? 'by-mistake']
  return {
    ...head(made),
    sentences: [`${asked(made)}。${why}，按退件处理，材料退还给您。`],
    parts: [
      rowsOf(
        item(made),
        ...who(made),
        { name: '退件时间', value: paperInstant(made.ref.at) },
        { name: '退件的原因', value: note ?? '' },
      ),
      clauses('您的权利', remedies('本通知'), '材料齐了，可以再申请。', complaints),
    ],
    ask: ask(made),
    signs: ['申请人签收', '经办人签字'],
    seal: seal(made),
    foot: [TWO_COPIES],
  }
}

const handedWords: Readonly<Record<HandedTo, string>> = {
  self: '本人到窗口领取',
  proxy: '他人代领，报了取件码',
  post: '邮寄送达',
  'by-itself': '办好自动给到，不用领',
}

const resultOf = ({ told }: Made): string => (told.outcome === 'refused' ? '不予决定书' : told.resultName)

/** 送达回证, 领证登记: who fetched it, what was seen of them, when, signed. */
export function issuePaper(made: Made): Paper {
  const { told, ref } = made
  const to = ref.event.facts?.to ?? 'self'
  const [proxy, relation] = ref.event.people ?? []
  return {
    ...head(made),
    addressee: undefined,
    sentences: [],
    parts: [
      rowsOf(
        { name: '送达的文书', value: resultOf(made) },
        item(made),
        ...who(made),
        { name: '送达方式', value: handedWords[to] },
        to === 'proxy' && { name: '代领人', value: proxy ? `${proxy}(${relation})` : BLANK },
        (to === 'self' || to === 'proxy') && {
          name: '查验证件',
          value: '□ 居民身份证　□ 户口簿　□ 社会保障卡　□ 其他____________，人证一致',
        },
        { name: '送达时间', value: paperInstant(ref.at) },
        { name: '送达地点', value: to === 'self' || to === 'proxy' ? told.hallName : BLANK },
        { name: '备注', value: ref.event.note ?? '' },
      ),
    ],
    signs: ['领取人签字', '领取日期', '送达人签字'],
    seal: seal(made),
    foot: ['归入办件档案。'],
  }
}

const mailRows = (event: CaseEvent, way: string) => [
  { name: `${way}快递`, value: event.facts?.carrier ?? BLANK },
  { name: `${way}单号`, value: event.facts?.waybill ?? BLANK },
]

/** 邮寄登记表: what came from the county and what left, by waybill and day; both are handled the same day. */
export function postPaper(made: Made): Paper {
  const { told, ref, name } = made
  const found = (action: CaseEvent['action']) => told.events.find((event) => event.action === action)
  const [noted, signed, posted] = [found('note-post'), found('sign-for'), found('post')]
  return {
    ...head(made),
    addressee: undefined,
    sentences: [],
    parts: [
      rowsOf({ name: '邮件内容', value: resultOf(made) }, item(made), ...who(made)),
      ...(noted || signed
        ? [
            rowsOf(
              ...(noted ? mailRows(noted, '县里寄来') : []),
              signed && { name: '签收时间', value: paperInstant(signed.at) },
              signed?.note && { name: '收到的情况', value: signed.note },
            ),
          ]
        : []),
      ...(posted
        ? [
            rowsOf(
              ...mailRows(posted, '寄出'),
              { name: '寄出时间', value: paperInstant(posted.at) },
              { name: '收件人', value: name },
              { name: '收件地址', value: '________________________________(照申请人说的填)' },
              { name: '收件电话', value: told.applicant.phone ?? BLANK },
            ),
          ]
        : []),
      clauses('说明', '县里寄来的当天签收、登记，要寄出的当天寄发、登记。'),
    ],
    signs: ['登记人签字', posted ? '揽收人签字' : '投递人签字', '日期'],
    seal: seal(made),
    foot: [`${ref.number}，归入办件档案。`],
  }
}
