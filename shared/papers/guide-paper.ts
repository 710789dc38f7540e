/** 一次性告知单: a guide to take home, with what is still missing when it follows a visit. */
import { tripsToHall, unconfirmedLine } from '../catalogue/guide'
import type { Material, Service } from '../catalogue/service'
import type { Day } from '../foundation/time'
import type { Hall } from '../halls/hall'
import { rowsOf, type Paper, type PaperTable } from './paper'
import { BLANK, formWords, paperDay } from './paper-words'

const sourceWords = {
  government: '政府部门核发',
  applicant: '申请人自备',
  form: '窗口领表',
  'third-party': '医院、村里等出具',
} as const
const audienceWords = { natural: '个人和家庭', legal: '企业、合作社和单位' } as const

type OfHall = Pick<Hall, 'name' | 'phone' | 'address' | 'hours' | 'unconfirmed'>

/** The paper of a guide as of today; `missing` are materials the window did not get. */
export function guidePaper(
  service: Service,
  hall: OfHall,
  today: Day,
  missing: readonly string[] = [],
): Paper {
  const lacks = service.materials.filter(({ materialId }) => missing.includes(materialId))
  return {
    title: '一次性告知单',
    number: '',
    hallName: hall.name,
    under: service.plainName === service.name ? service.name : `${service.plainName}(${service.name})`,
    sentences: [],
    ...(lacks.length > 0 && {
      box: {
        say: '补齐了再来，哪个窗口都行',
        big: `今天还缺${lacks.length}样`,
        more: lacks.map(({ name }, at) => `${at + 1}. ${name}`).join('　'),
      },
    }),
    parts: [
      rowsOf(
        { name: '事项编码', value: service.code ?? '待县里确认' },
        { name: '办给谁', value: service.audience.map((one) => audienceWords[one]).join('、') },
        { name: '受理条件', value: numbered(service.conditions) },
        { name: '办理时限', value: limitOf(service) },
        { name: '收费', value: [service.feeNote, service.feeDetail].filter(Boolean).join('，') },
        { name: '跑几趟', value: `${tripsToHall(service)}趟` },
        { name: '办成拿到', value: service.resultName },
      ),
      { table: materialsOf(service.materials, missing, lacks.length > 0) },
      rowsOf(
        {
          name: '办理步骤',
          value: numbered(
            service.steps.map(({ name, actor, days }) => `${name}(${actor}${days > 0 ? `，${days}天` : ''})`),
          ),
        },
        {
          name: '依据',
          value: service.legalBasis.length > 0 ? numbered(service.legalBasis) : '待县里确认',
        },
        { name: '在哪办', value: placeOf(hall) },
      ),
    ],
    signs: ['告知人签字', '申请人签收'],
    foot: [
      unconfirmedLine(service) ?? '',
      `${paperDay(today)}告知。内容有变的，以窗口当天说的为准；清单以外的材料，窗口不能要。`,
    ].filter((line) => line !== ''),
  }
}

const numbered = (lines: readonly string[]): string[] =>
  lines.length > 1 ? lines.map((line, at) => `${at + 1}. ${line}`) : [...lines]

const limitOf = ({ handlingType, promisedDays, statutoryDays, limitNote }: Service): string =>
  [
    handlingType === 'immediate' ? '即办件，当场办好' : `承诺${promisedDays}个工作日`,
    statutoryDays === null ? '' : `法定${statutoryDays}个工作日`,
    limitNote,
  ]
    .filter(Boolean)
    .join('，')

const materialsOf = (
  materials: readonly Material[],
  missing: readonly string[],
  isMarked: boolean,
): PaperTable => ({
  columns: [
    { name: '要带的材料', share: 7 },
    { name: '形式', share: 2 },
    { name: '必要性', share: 1.5 },
    { name: '从哪来', share: 2.5 },
    ...(isMarked ? [{ name: '今天', share: 1.2 }] : []),
  ],
  rows: materials.map(({ materialId, name, form, copies, necessity, source, note }, at) => [
    `${at + 1}. ${name}${note ? `(${note})` : ''}`,
    `${formWords[form]}${copies}份`,
    necessity === 'required' ? '必须' : '看情况',
    sourceWords[source],
    ...(isMarked ? [missing.includes(materialId) ? '还缺' : necessity === 'required' ? '收了' : '—'] : []),
  ]),
})

const placeOf = ({ name, address, phone, hours, unconfirmed }: OfHall): string[] => [
  `${name}，哪个窗口都行`,
  `地址 ${address ?? BLANK}　电话 ${phone ?? BLANK}`,
  `工作日${hours.map(({ opens, closes }) => `${opens}–${closes}`).join('、')}${unconfirmed.includes('hours') ? '(待乡里确认)' : ''}`,
]
