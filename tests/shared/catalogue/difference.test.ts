import { assembleCatalogue } from '../../../functions/catalogue/build-catalogue'
import { differenceOf, differenceWords } from '@one-window/shared/catalogue/difference'
import type { Service } from '@one-window/shared/catalogue/service'

const { services } = assembleCatalogue()
const service = (id: string): Service => services.find(({ serviceId }) => serviceId === id)!
const gaoling = service('gaoling-jintie')
const [m1, m2, m3, ...rest] = gaoling.materials as [
  Service['materials'][0],
  Service['materials'][0],
  Service['materials'][0],
]
const [s1, s2, ...laterSteps] = gaoling.steps as [Service['steps'][0], Service['steps'][0]]

test.each<[string, Partial<Service>, string[]]>([
  ['nothing', {}, []],
  ['a limit', { promisedDays: 20 }, ['承诺时限：22个工作日 → 20个工作日']],
  ['what was unknown', { provincePromisedDays: 25 }, ['省平台承诺时限写上了：25个工作日']],
  ['what is unknown now', { statutoryDays: null }, ['法定时限去掉了：30个工作日']],
  ['a stop', { state: 'paused' }, ['状态：在用 → 暂停']],
  [
    'a material less and one more',
    { materials: [m2, m3, ...rest, { ...m1, materialId: 'm9', name: '委托书' }] },
    [
      '材料清单里去掉了：高龄津贴申请书（原件1份，必须，自己准备）',
      '材料清单里加了：委托书（原件1份，必须，自己准备）',
    ],
  ],
  [
    'a material in another form',
    { materials: [{ ...m1, form: 'copy', copies: 2 }, m2, m3, ...rest] },
    ['材料清单里改了：高龄津贴申请书，原件1份，必须，自己准备 → 复印件2份，必须，自己准备'],
  ],
  [
    'a material by another name',
    { materials: [{ ...m1, name: '申请书' }, m2, m3, ...rest] },
    ['材料清单里改了：申请书，高龄津贴申请书（原件1份，必须，自己准备） → 原件1份，必须，自己准备'],
  ],
  ['only the order', { materials: [m2, m1, m3, ...rest] }, ['材料清单：原来的先后 → 换了先后']],
  [
    'a condition',
    { conditions: ['本县户口', '年满79周岁'] },
    ['谁能办里去掉了：年满80周岁', '谁能办里加了：年满79周岁'],
  ],
  [
    'the days of a step',
    { steps: [s1, { ...s2, days: 3 }, ...laterSteps] },
    ['办理步骤里改了：初审，社会事务办公室，5天 → 社会事务办公室，3天'],
  ],
  [
    'a step of the same name',
    { steps: [s1, s2, s2, ...laterSteps] },
    ['办理步骤里加了：初审（社会事务办公室，5天）'],
  ],
  ['a switch', { bookable: false }, ['能不能预约：是 → 否']],
])('%s', (_, change, lines) => {
  expect(differenceOf(gaoling, { ...gaoling, ...change }).map(differenceWords)).toEqual(lines)
})

test('a guide does not differ from itself, and every field that people read is told when it changes', () => {
  const silent = ['serviceId', 'codeSource', 'inferred']
  for (const one of services) expect(differenceOf(one, one)).toEqual([])
  const other: Record<string, unknown> = {
    ...service('geti-zhizhao'),
    ...{ businessItem: '设立', businessCode: '1143042300000001', sourceKind: 'moved', state: 'paused' },
    ...{ limitNote: '快', responsibleOffice: '某办', approver: '某人', leader: '某领导', bookable: false },
    ...{ feeDetail: '无', confirmedOn: '2026-11-24', remark: '备', provinceHandlingType: 'promised' },
    ...{ provincePromisedDays: 3, village: false, requiresIntranet: false, siteVisit: true, free: false },
    ...{ frequency: 'none', approvalLevel: 'township', statutoryDays: 9, promisedDays: 2, parent: '某项' },
    ...{ itemType: '行政奖励', domain: '财政', audience: ['legal'], handOver: 'window', name: '某事' },
  }
  const untold = Object.keys(other).filter((field) => {
    const change = { ...gaoling, [field]: other[field] }
    return JSON.stringify(change) !== JSON.stringify(gaoling) && differenceOf(gaoling, change).length === 0
  })
  expect(untold.filter((field) => !silent.includes(field))).toEqual([])
})
