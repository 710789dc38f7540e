/** The table of items (进驻事项表, rules 5.4): its columns, what a service writes into them, and how a cell is read back. */
import {
  ask,
  audienceOf,
  businessItemOf,
  choices,
  chosen,
  codeOf,
  domainNames,
  flag,
  frequencyOf,
  handlingOf,
  itemTypes,
  levelOf,
  limit,
  oneOf,
  words,
} from './item-cells'
import type { Reading } from './item-cells'
import { audienceWords, frequencyWords, handlingTypeWords, isPostable, levelWords, yesNo } from './item-words'
import { DIRECTOR, routeOf } from './route'
import type { Audience, Service } from './service'

interface Column {
  name: string
  /** Without it nothing can be compared. */
  isNeeded?: true
  /** What a service writes; a column that only says something about the row has none. */
  shown?: (service: Service) => string | number
  /** Reads what differs from what the service would write; without it the column is only compared. */
  read?: (text: string, service: Service) => Reading
}

/** Whether ours is better than the province's, from the two limits. */
const betterWords = ({ promisedDays, provincePromisedDays }: Service): string =>
  provincePromisedDays === null ? '' : promisedDays < provincePromisedDays ? '是' : '一致'

const officeOf = (service: Service): string =>
  service.responsibleOffice ?? routeOf(service).find(({ kind }) => kind === 'office')?.actor ?? ''

export const CODE = '事项编码'
export const NAME = '事项名称'
export const BUSINESS_ITEM = '业务办理项'
export const BEGINS = '生效日期'
export const HANDLING = '办件类型'
export const PROMISED = '承诺时限'

/** The columns of the table, in their order. */
export const columns: readonly Column[] = [
  { name: '序号' },
  {
    name: '责任部门',
    shown: officeOf,
    read: words((responsibleOffice) => ({ responsibleOffice })),
  },
  {
    name: '领域',
    shown: ({ domain }) => domain,
    read: chosen(oneOf(domainNames), domainNames, (domain) => ({ domain })),
  },
  { name: CODE, shown: ({ code }) => code ?? '', read: (text) => ({ code: codeOf(text) }) },
  {
    name: NAME,
    isNeeded: true,
    shown: ({ name }) => name,
    read: (text) => (text ? { name: text } : ask('请写事项名称')),
  },
  {
    name: BUSINESS_ITEM,
    shown: ({ businessItem, parent }) => businessItem ?? (parent === null ? '独立项' : '子项'),
    read: (text) => ({ businessItem: businessItemOf(text), ...(text === '独立项' && { parent: null }) }),
  },
  {
    name: '事项类型',
    shown: ({ itemType }) => itemType,
    read: chosen(
      oneOf(itemTypes) as (text: string) => Service['itemType'] | undefined,
      itemTypes,
      (itemType) => ({
        itemType,
      }),
    ),
  },
  {
    name: '服务对象',
    shown: ({ audience }) => audience.map((one) => audienceWords[one]).join('、'),
    read: (text) => {
      const each = text.split(/[、,，/;；\s]+/).filter((one) => one !== '')
      const audience = each.map(audienceOf).filter((one): one is Audience => one !== undefined)
      return audience.length === 0 || audience.length < each.length
        ? ask(`只能写${choices(audienceWords)}，两样都有用顿号隔开`)
        : { audience: audience.filter((one, at) => audience.indexOf(one) === at) }
    },
  },
  {
    name: HANDLING,
    isNeeded: true,
    shown: ({ handlingType }) => handlingTypeWords[handlingType],
    read: chosen(handlingOf, handlingTypeWords, (handlingType) => ({ handlingType })),
  },
  {
    name: '法定时限',
    shown: ({ statutoryDays }) => statutoryDays ?? '',
    read: limit((statutoryDays) => ({ statutoryDays })),
  },
  {
    name: PROMISED,
    isNeeded: true,
    shown: ({ promisedDays }) => promisedDays,
    read: limit((days) => (days === null ? {} : { promisedDays: days })),
  },
  {
    name: '省平台承诺时限',
    shown: ({ provincePromisedDays }) => provincePromisedDays ?? '',
    read: limit((provincePromisedDays) => ({ provincePromisedDays })),
  },
  { name: '是否优于省平台', shown: betterWords },
  {
    name: '审批层级(乡/县)',
    shown: ({ approvalLevel }) => levelWords[approvalLevel],
    read: chosen(levelOf, levelWords, (approvalLevel) => ({ approvalLevel })),
  },
  {
    name: '审批人',
    shown: ({ approver, handlingType }) => approver ?? (handlingType === 'immediate' ? DIRECTOR : ''),
    read: words((approver) => ({ approver })),
  },
  { name: '分管领导', shown: ({ leader }) => leader ?? '', read: words((leader) => ({ leader })) },
  {
    name: '办件频次',
    shown: ({ frequency }) => frequencyWords[frequency],
    read: chosen(frequencyOf, frequencyWords, (frequency) => ({ frequency })),
  },
  {
    name: '是否可预约',
    shown: ({ bookable }) => yesNo(bookable),
    read: flag((bookable) => ({ bookable })),
  },
  {
    name: '是否可邮寄',
    shown: (service) => yesNo(isPostable(service)),
    read: flag((post, { handOver }) => {
      if (!post) return { handOver: 'window' }
      return handOver === 'window'
        ? { handOver: 'post-or-window' }
        : ask('结果当场给或自动到账，不用邮寄，请写否')
    }),
  },
  {
    name: '备注',
    shown: ({ remark }) => remark ?? '',
    read: words((text) => ({ remark: text ?? undefined })),
  },
]

/** Columns that a table may have besides. */
export const moreColumns: readonly Column[] = [
  {
    name: '省平台办件类型',
    shown: ({ provinceHandlingType: type }) => (type === null ? '' : handlingTypeWords[type]),
    read: (text) => {
      if (text === '') return { provinceHandlingType: null }
      const provinceHandlingType = handlingOf(text)
      return provinceHandlingType ? { provinceHandlingType } : ask(`只能写${choices(handlingTypeWords)}`)
    },
  },
  { name: BEGINS },
]

/** The column in which a field of a service stands; the name's, when it stands in none. */
const columnOfField: Readonly<Partial<Record<keyof Service, string>>> = {
  code: CODE,
  handlingType: HANDLING,
  promisedDays: PROMISED,
  provincePromisedDays: '省平台承诺时限',
  approvalLevel: '审批层级(乡/县)',
  approver: '审批人',
}
export const columnOf = (field: keyof Service): string => columnOfField[field] ?? NAME

/** The rows of a table for these services: the head, then one a service, numbered. */
export const tableOfItems = (services: readonly Service[]): (string | number)[][] => [
  columns.map(({ name }) => name),
  ...services.map((service, at) => columns.map(({ shown }) => (shown ? shown(service) : at + 1))),
]
