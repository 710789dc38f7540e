/** What several papers have in common. */
import type { CheckedMaterial } from '../cases/case'
import { chinaDay } from '../foundation/time'
import type { Paper, PaperPart, PaperRow, PaperTable } from './paper'
import type { Made } from './paper-sources'
import { BLANK, formWords, paperDayOf } from './paper-words'
import { paperSettings } from './settings'

type Listed = Pick<CheckedMaterial, 'name' | 'form' | 'copies'>

/** The head of a paper to its applicant. */
export const head = ({
  ref,
  told,
  name,
}: Made): Pick<Paper, 'title' | 'number' | 'hallName' | 'addressee'> => ({
  title: ref.title,
  number: ref.number,
  hallName: told.hallName,
  addressee: name,
})

/** 您2026年11月24日申请办理“…” */
export const asked = ({ told }: Made): string =>
  `您${paperDayOf(told.receivedAt)}申请办理“${told.officialName}”`

/** Who it is about, with who acts for them. */
export const who = ({ told, name }: Made): PaperRow[] => [
  { name: '申请人', value: [name, told.applicant.idNumber].filter(Boolean).join(' ') },
  ...(told.agent ? [{ name: '代办人', value: `${told.agent.name}(${told.agent.relation})` }] : []),
]

export const item = ({ told }: Made): PaperRow => ({ name: '事项', value: told.officialName })

/** The materials as they lie on the table: what, in which form, how many. */
export const materialTable = (materials: readonly Listed[]): PaperTable => ({
  columns: [
    { name: '序', share: 1, isFigure: true },
    { name: '材料', share: 8 },
    { name: '形式', share: 2.6 },
    { name: '份数', share: 1.5, isFigure: true },
  ],
  rows: materials.map(({ name, form, copies }, at) => [
    String(at + 1),
    name,
    formWords[form],
    String(copies),
  ]),
})

/** The materials of these names, as the guide has them. */
export const namedMaterials = ({ told }: Made, names: readonly string[]): Listed[] =>
  names.map(
    (name) => told.materials.find((one) => one.name === name) ?? { name, form: 'original', copies: 1 },
  )

/** What had been received when a paper was made; what came later stands on the papers that follow. */
export const receivedOf = ({ told }: Made, ...later: readonly ('supply' | 'redeem')[]): CheckedMaterial[] => {
  const cameLater = told.events.flatMap(({ action, facts }) =>
    later.some((one) => one === action) ? (facts?.materials ?? []) : [],
  )
  return told.materials.filter(({ state, name }) => state === 'received' && !cameLater.includes(name))
}

/** The number of the hall, or a line for it where the township has not told it. */
export const phoneOf = ({ phone }: Pick<Made['hall'], 'phone'>): string =>
  phone ?? `${BLANK}(以大厅公布的为准)`

/** How a person asks where their case is. */
export const ask = ({ told, hall }: Made): NonNullable<Paper['ask']> => ({
  code: told.caseNumber,
  lines: [
    '查进度：来任何一个窗口扫这个码，或者报办件编号',
    `小程序“我的”里点“查办件”，填编号${told.caseNumber}和查询码${told.queryCode ? ` ${told.queryCode}` : ''}`,
    `咨询和监督电话 ${phoneOf(hall)}，或者打${paperSettings.helpLine}`,
  ],
})

/** The seal of the hall, over the day of what the paper tells. */
export const seal = ({ told, ref }: Made): NonNullable<Paper['seal']> => ({
  by: told.hallName,
  on: chinaDay(new Date(ref.at)),
})

/** The government of the township, over whose name a decision of its own stands. */
export const government = ({ hall }: Made): string => `${paperSettings.county}${hall.township}人民政府`

export const clauses = (title: string, ...lines: (string | undefined | false)[]): PaperPart => ({
  title,
  clauses: lines.flatMap((line) => (line ? [line] : [])),
})

export const TWO_COPIES = '一式两份，申请人、政务服务中心各存一份。'
