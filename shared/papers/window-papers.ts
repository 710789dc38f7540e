/** What the window hands over before a case is on its way: receipt, supplement, acceptance, the two ways of not accepting. */
import { dueDay } from '../cases/deadline'
import { caseSettings } from '../cases/settings'
import { addWorkingDays } from '../foundation/calendar'
import { chinaDay } from '../foundation/time'
import { complaints, remedies, under } from './law'
import { rowsOf, type Paper } from './paper'
import type { Made } from './paper-sources'
import {
  ask,
  asked,
  clauses,
  head,
  item,
  materialTable,
  namedMaterials,
  receivedOf,
  seal,
  TWO_COPIES,
  who,
} from './paper-parts'
import { countsFrom, formWords, paperDay, paperInstant, paperWeekday } from './paper-words'

/** 收件凭证, with the list of what was received: art. 32 (4) runs from here. */
export function receiptPaper(made: Made): Paper {
  const { told, calendar, service } = made
  const received = receivedOf(made, 'supply', 'redeem')
  const days = caseSettings.supplementNoticeWorkingDays
  const due = addWorkingDays(calendar, chinaDay(new Date(told.receivedAt)), days)
  return {
    ...head(made),
    sentences: [
      received.length > 0
        ? `${asked(made)}，我们收到下面${received.length}样材料。`
        : `${asked(made)}，我们收下了申请，还没有收材料。`,
    ],
    box: {
      say: '最晚在这一天告诉您受理没有',
      big: 'day' in due ? paperWeekday(due.day) : `${days}个工作日内`,
      ...('pendingYear' in due && { more: `到期日待${due.pendingYear}年放假安排公布后确定` }),
      side: [`收件后${days}个工作日`],
    },
    parts: [
      rowsOf(item(made), ...who(made), { name: '收件时间', value: paperInstant(told.receivedAt) }),
      ...(received.length > 0 ? [{ table: materialTable(received) }] : []),
      clauses(
        '收件以后',
        '材料齐全、符合规定的，受理并给您受理通知书，办理时限从受理的第二天起算。',
        `材料不齐的，当场或者${days}个工作日内一次告诉您要补的全部内容；到期不告诉的，自收到材料之日起就是受理(${under(service, '三十二条')})。`,
        told.pickUpCode &&
          `请人代领结果的，叫他带自己的身份证，把取件码 ${told.pickUpCode} 报给窗口。不放心的人不要告诉。`,
      ),
    ],
    ask: ask(made),
    signs: ['申请人(代办人)签字', '收件人签字'],
    seal: seal(made),
    foot: [TWO_COPIES],
  }
}

/** 受理通知书: the day it is to be done, as it was promised then (art. 32 (5)); later pauses have papers of their own. */
export function acceptancePaper(made: Made): Paper {
  const { told, service, ref } = made
  const { event } = ref
  const received = receivedOf(made, 'redeem')
  const gaps = event.facts?.until
  const steps = told.route.map(({ actor, name }) => `${actor}${name}`).join('，')
  return {
    ...head(made),
    sentences: [
      event.action === 'deem'
        ? `${asked(made)}。我们没有在5个工作日里告诉您缺什么，${under(service, '三十二条')}，自收到材料之日起受理。`
        : gaps
          ? `${asked(made)}，主要材料齐全，暂缺的材料您书面承诺补交，我们先受理。`
          : `${asked(made)}，材料齐全，符合规定，我们已经受理(${under(service, '三十二条')})。`,
      ...(event.facts?.corrected && event.note ? [`当场改正：${event.note}。`] : []),
    ],
    box: promiseBox(made),
    parts: [
      rowsOf(
        item(made),
        ...who(made),
        { name: '受理时间', value: paperInstant(told.acceptedAt ?? ref.at) },
        {
          name: '收到的材料',
          value:
            received.length > 0
              ? received.map(
                  ({ name, form, copies }, at) => `${at + 1}. ${name} ${formWords[form]}${copies}份`,
                )
              : '没有收材料',
        },
        gaps && {
          name: '以后补交',
          value: `${(event.facts?.materials ?? []).join('、')}，${paperDay(gaps)}前补齐`,
        },
        service && { name: '收费', value: [service.feeNote, service.feeDetail].filter(Boolean).join('，') },
        { name: '办成拿到', value: `${told.resultName}，${handOverWords[told.handOver]}` },
        steps !== '' && { name: '办理过程', value: `${steps}。都由窗口转，您不用再跑别的地方。` },
      ),
      clauses('说明', '过了上面的期限没办好，可以拿本通知书向政务服务中心反映。', complaints),
    ],
    ask: ask(made),
    signs: ['申请人签收', '受理人签字'],
    seal: seal(made),
    foot: [TWO_COPIES],
  }
}

const handOverWords = {
  'at-once': '窗口当场领',
  'by-itself': '办好自动给到您，不用再来',
  'post-or-window': '窗口领，也可以寄给您',
  window: '窗口领',
} as const

/** The promise as it stood at acceptance. */
function promiseBox({ told, calendar, closes, ref }: Made): NonNullable<Paper['box']> {
  const { promisedDays, statutoryDays } = told
  if (promisedDays === 0) return { say: '即办件', big: '当场办好' }
  const acceptedAt = told.acceptedAt ?? ref.at
  const clock = { acceptedOn: chinaDay(new Date(acceptedAt)), pauses: [], closes }
  const due = dueDay(calendar, clock, promisedDays)
  return {
    say: 'day' in due ? '最晚在这一天办好' : '最晚办好',
    big: 'day' in due ? paperWeekday(due.day) : `${promisedDays}个工作日内`,
    ...('pendingYear' in due && {
      more: `到期日待${due.pendingYear}年放假安排公布后确定，确定了可以来窗口问`,
    }),
    side: [
      `承诺${promisedDays}个工作日`,
      `从${countsFrom(acceptedAt)}起算`,
      ...(statutoryDays ? [`法定${statutoryDays}个工作日`] : []),
    ],
  }
}

/** 补正告知书 with its list: everything at once, and until when (art. 32 (4)). */
export function supplementPaper(made: Made): Paper {
  const { told, service } = made
  const { lacks = [], until } = told.supplement ?? {}
  const sorted = namedMaterials(
    made,
    lacks.map(({ name }) => name),
  )
  return {
    ...head(made),
    sentences: [
      `${asked(made)}，经看材料，下面${lacks.length}样不齐全或者不符合规定，请一次补齐(${under(service, '三十二条第一款第四项')})。`,
    ],
    ...(until && {
      box: { say: '请在这一天前补齐', big: paperWeekday(until), side: ['补齐的那天起受理', '哪个窗口都收'] },
    }),
    parts: [
      {
        table: {
          columns: [
            { name: '序', share: 1, isFigure: true },
            { name: '要补的材料', share: 6 },
            { name: '怎么补', share: 6 },
            { name: '形式', share: 2 },
            { name: '份数', share: 1.5, isFigure: true },
          ],
          rows: lacks.map(({ name, what }, at) => [
            String(at + 1),
            name,
            what,
            formWords[sorted[at]!.form],
            String(sorted[at]!.copies),
          ]),
        },
      },
      rowsOf(item(made), ...who(made), { name: '收件时间', value: paperInstant(told.receivedAt) }),
      clauses(
        '说明',
        '要补的都在上面，以后不再要求补别的材料；办事指南以外的材料，窗口不能要。',
        '复印件和电子件可以寄来或者发给窗口，不用跑一趟；怎么发，打电话问窗口。',
        '最后一样补到的那天受理，办理时限从受理的第二天起算。',
        '到期没有补齐的，可以按退件处理，材料退还给您，以后可以再申请。',
        complaints,
      ),
    ],
    ask: ask(made),
    signs: ['申请人签收', '告知人签字'],
    seal: seal(made),
    foot: [TWO_COPIES],
  }
}

/** 不予受理通知书: reason, law, the right organ, review and suit (art. 32 (1), (2), 38). */
export function declinePaper(made: Made): Paper {
  const { service, ref } = made
  const { note, facts } = ref.event
  const isNotOurs = facts?.ground === 'not-ours'
  return {
    ...head(made),
    sentences: [
      `${asked(made)}。经审查，${isNotOurs ? '这件事不属于本机关办理的范围' : '您的申请不符合受理条件'}，${under(service, '三十二条')}，决定不予受理。`,
    ],
    ...(facts?.organ && { box: { say: '请向这个机关申请', big: facts.organ } }),
    parts: [
      rowsOf(
        item(made),
        ...who(made),
        { name: '收件时间', value: paperInstant(made.told.receivedAt) },
        { name: '不予受理的原因', value: note ?? '' },
        {
          name: '依据',
          value: [
            ...(facts?.basis ? [facts.basis] : (service?.legalBasis ?? [])),
            ...(isNotOurs ? ['《中华人民共和国行政许可法》第三十二条第一款第二项'] : []),
          ],
        },
      ),
      clauses('您的权利', remedies('本通知'), '材料退还给您。条件符合了，可以再申请。', complaints),
    ],
    ask: ask(made),
    signs: ['申请人签收', '经办人签字'],
    seal: seal(made),
    foot: [TWO_COPIES],
  }
}

/** 不需办理告知书 (art. 32 (1)): said at once. */
export function informPaper(made: Made): Paper {
  const { service, ref } = made
  return {
    ...head(made),
    sentences: [
      `${asked(made)}。经审查，您说的情况不需要办理这个事项，${under(service, '三十二条第一款第一项')}，当场告诉您。`,
    ],
    parts: [
      rowsOf(item(made), ...who(made), { name: '为什么不用办', value: ref.event.note ?? '' }),
      clauses('您的权利', remedies('本告知'), '材料退还给您。', complaints),
    ],
    ask: ask(made),
    signs: ['申请人签收', '告知人签字'],
    seal: seal(made),
    foot: [TWO_COPIES],
  }
}
