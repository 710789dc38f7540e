/** 容缺受理 (rules: 4.4): what the applicant promises in writing, and what the window answers; two copies of each. */
import { under } from './law'
import { rowsOf, type Paper } from './paper'
import type { Made } from './paper-sources'
import { ask, asked, clauses, head, item, materialTable, namedMaterials, seal, who } from './paper-parts'
import { paperDay, paperInstant, paperWeekday } from './paper-words'

const owed = (made: Made) => {
  const { materials = [], until = '' } = made.ref.event.facts ?? {}
  return { until, table: materialTable(namedMaterials(made, materials)), count: materials.length }
}

/** 申请容缺受理承诺书: signed by the applicant, or by an agent with a letter of authority. */
export function promisePaper(made: Made): Paper {
  const { told, name, ref } = made
  const { until, table, count } = owed(made)
  return {
    ...head(made),
    addressee: told.hallName,
    sentences: [
      `本人申请办理“${told.officialName}”，主要材料已经交齐，下面${count}样暂时缺，申请先受理、后补交，并作如下承诺。`,
    ],
    box: { say: '我承诺在这一天前补齐', big: paperWeekday(until) },
    parts: [
      { table },
      rowsOf(item(made), ...who(made), { name: '办件编号', value: told.caseNumber }),
      clauses(
        '承诺',
        '一、已经交的和以后补交的材料都真实、合法、有效。',
        `二、在${paperDay(until)}前按上面写的形式和份数补齐，送到窗口、寄来或者发给窗口都可以。`,
        '三、到期没有补齐的，接受退件或者不予批准，已交的材料退还，由此造成的后果自己承担，并同意记入容缺承诺台账。',
        '四、遇到不可抗力不能按期补齐的，马上告诉窗口，说明原因，申请顺延。',
        told.agent && '五、由代办人签字的，附申请人的授权委托书。',
      ),
    ],
    signs: [`承诺人签字(${name})`, ...(told.agent ? ['代办人签字'] : []), '日期', '窗口收件人签字'],
    foot: [`${paperInstant(ref.at)}受理。一式两份，承诺人、政务服务中心各存一份。`],
  }
}

/** 容缺受理通知书: what is missing, in which form, until when, and what follows if it does not come. */
export function gapsPaper(made: Made): Paper {
  const { service, told } = made
  const { until, table, count } = owed(made)
  return {
    ...head(made),
    sentences: [
      `${asked(made)}，主要材料齐全，暂缺下面${count}样。您已经书面承诺补交，我们先受理，办理时限照常从受理的第二天起算。`,
    ],
    box: {
      say: '请在这一天前补齐',
      big: paperWeekday(until),
      side: ['哪个窗口都收', '寄来的以收到那天为准'],
    },
    parts: [
      { table },
      rowsOf(item(made), ...who(made), {
        name: '受理时间',
        value: paperInstant(told.acceptedAt ?? made.ref.at),
      }),
      clauses(
        '说明',
        '除了上面这些，不再要求补别的材料。',
        '到期没有补齐的，可以退件或者不予批准，并记入容缺承诺台账；遇到不可抗力的，可以顺延。',
        `受理的凭证另见受理通知书(${under(service, '三十二条')})。`,
      ),
    ],
    ask: ask(made),
    signs: ['申请人签收', '受理人签字'],
    seal: seal(made),
    foot: ['一式两份，申请人、政务服务中心各存一份。'],
  }
}
