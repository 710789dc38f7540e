/** What one version of a guide says otherwise than the one before, field by field, in words anybody can read. */
import type { Difference } from './curated'
import {
  audienceWords,
  frequencyWords,
  handlingTypeWords,
  handOverWords,
  levelWords,
  materialFormWords,
  materialSourceWords,
  necessityWords,
  serviceStateWords,
  sourceKindWords,
  yesNo,
} from './item-words'
import type { Material, Question, Service, Step } from './service'

type Shown<Value> = (value: Value) => string
type Single = readonly [field: keyof Service, name: string, shown: (service: Service) => string]

const days = (count: number | null): string =>
  count === null ? '' : count === 0 ? '当场' : `${count}个工作日`
const text = (value: string | null | undefined): string => value ?? ''
const known = <Value extends string>(words: Readonly<Record<Value, string>>, value: Value | null): string =>
  value === null ? '' : words[value]

const singles: readonly Single[] = [
  ['state', '状态', ({ state }) => serviceStateWords[state]],
  ['plainName', '通俗名称', ({ plainName }) => plainName],
  ['name', '事项名称', ({ name }) => name],
  ['parent', '主项', ({ parent }) => text(parent)],
  ['code', '事项编码', ({ code }) => text(code)],
  ['businessItem', '业务办理项', ({ businessItem }) => text(businessItem)],
  ['businessCode', '业务办理项编码', ({ businessCode }) => text(businessCode)],
  ['sourceKind', '来源', ({ sourceKind }) => known(sourceKindWords, sourceKind)],
  ['domain', '领域', ({ domain }) => domain],
  ['itemType', '事项类型', ({ itemType }) => itemType],
  ['handlingType', '办件类型', ({ handlingType }) => handlingTypeWords[handlingType]],
  ['statutoryDays', '法定时限', ({ statutoryDays }) => days(statutoryDays)],
  ['promisedDays', '承诺时限', ({ promisedDays }) => days(promisedDays)],
  [
    'provinceHandlingType',
    '省平台办件类型',
    ({ provinceHandlingType }) => known(handlingTypeWords, provinceHandlingType),
  ],
  ['provincePromisedDays', '省平台承诺时限', ({ provincePromisedDays }) => days(provincePromisedDays)],
  ['limitNote', '时限说明', ({ limitNote }) => text(limitNote)],
  ['audience', '服务对象', ({ audience }) => audience.map((one) => audienceWords[one]).join('、')],
  ['approvalLevel', '审批层级', ({ approvalLevel }) => levelWords[approvalLevel]],
  ['responsibleOffice', '责任部门', ({ responsibleOffice }) => text(responsibleOffice)],
  ['approver', '审批人', ({ approver }) => text(approver)],
  ['leader', '分管领导', ({ leader }) => text(leader)],
  ['frequency', '办件频次', ({ frequency }) => frequencyWords[frequency]],
  ['bookable', '能不能预约', ({ bookable }) => yesNo(bookable)],
  ['oneLine', '一句话', ({ oneLine }) => oneLine],
  ['free', '不收费', ({ free }) => yesNo(free)],
  ['feeNote', '收费', ({ feeNote }) => feeNote],
  ['feeDetail', '收费说明', ({ feeDetail }) => text(feeDetail)],
  ['resultName', '办好拿什么', ({ resultName }) => resultName],
  ['handOver', '怎么拿结果', ({ handOver }) => handOverWords[handOver]],
  ['requiresIntranet', '二次录入', ({ requiresIntranet }) => yesNo(requiresIntranet)],
  ['siteVisit', '上门或现场查看', ({ siteVisit }) => yesNo(siteVisit)],
  ['village', '村里能办', ({ village }) => yesNo(village)],
  ['confirmedOn', '县里确认', ({ confirmedOn }) => text(confirmedOn)],
  ['remark', '备注', ({ remark }) => text(remark)],
]

const materialShown: Shown<Material> = ({ form, copies, necessity, source, note }) =>
  [
    `${materialFormWords[form]}${copies}份`,
    necessityWords[necessity],
    materialSourceWords[source],
    ...(note ? [note] : []),
  ].join('，')
const questionShown: Shown<Question> = ({ text, whenNo }) => (whenNo ? `${text}（不是：${whenNo}）` : text)
const stepShown: Shown<Step> = ({ actor, days: count }) => `${actor}，${count}天`

const entry = (
  field: keyof Service,
  name: string,
  kind: Difference['kind'],
  of: string,
  [before, after]: readonly [string?, string?] = [],
): Difference => ({
  field,
  name,
  kind,
  entry: of,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

/** How the entries of a list are told apart, called and shown. */
interface Entries<Item> {
  keys: (items: readonly Item[]) => string[]
  called: Shown<Item>
  shown: Shown<Item>
}

/** Entries told apart by their key: gone ones, changed ones, new ones, and whether those that stay stand in another order. */
const ofList = <Item>(
  field: keyof Service,
  name: string,
  before: readonly Item[],
  after: readonly Item[],
  { keys, called, shown }: Entries<Item>,
): Difference[] => {
  const found: Difference[] = []
  const keysBefore = keys(before)
  const keysAfter = keys(after)
  before.forEach((item, at) => {
    if (keysAfter.indexOf(keysBefore[at] as string) < 0)
      found.push(entry(field, name, 'removed', called(item), [shown(item)]))
  })
  after.forEach((item, at) => {
    const was = before[keysBefore.indexOf(keysAfter[at] as string)]
    if (was === undefined) found.push(entry(field, name, 'added', called(item), [undefined, shown(item)]))
    else if (called(was) !== called(item) || shown(was) !== shown(item))
      found.push(
        entry(field, name, 'changed', called(item), [
          called(was) === called(item) ? shown(was) : `${called(was)}（${shown(was)}）`,
          shown(item),
        ]),
      )
  })
  const staying = (keys: readonly string[], others: readonly string[]) =>
    keys.filter((one) => others.indexOf(one) >= 0).join('\n')
  if (staying(keysBefore, keysAfter) !== staying(keysAfter, keysBefore))
    found.push({ field, name, kind: 'changed', before: '原来的先后', after: '换了先后' })
  return found
}

const itself: Entries<string> = { keys: (all) => [...all], called: (line) => line, shown: () => '' }
const lines: readonly (readonly [
  field: 'conditions' | 'legalBasis' | 'everydayWords' | 'lifeEvents' | 'related',
  name: string,
])[] = [
  ['conditions', '谁能办'],
  ['legalBasis', '依据的法规'],
  ['everydayWords', '大家怎么叫'],
  ['lifeEvents', '什么时候用得到'],
  ['related', '相关的事'],
]

/** Steps are told apart by their name, and by which of that name they are. */
const stepKeys = (steps: readonly Step[]): string[] =>
  steps.map(({ name }, at) => `${name} ${steps.slice(0, at).filter((other) => other.name === name).length}`)

/**
 * Everything that differs, in the order of a guide; empty when both say the same. `inferred` and `codeSource` are
 * for us and not told.
 */
export const differenceOf = (before: Service, after: Service): Difference[] => {
  const found: Difference[] = []
  for (const [field, name, shown] of singles) {
    const [was, is] = [shown(before), shown(after)]
    if (was === is) continue
    found.push({
      field,
      name,
      kind: was === '' ? 'added' : is === '' ? 'removed' : 'changed',
      ...(was !== '' && { before: was }),
      ...(is !== '' && { after: is }),
    })
  }
  found.push(
    ...ofList('materials', '材料清单', before.materials, after.materials, {
      keys: (all) => all.map(({ materialId }) => materialId),
      called: ({ name }) => name,
      shown: materialShown,
    }),
    ...ofList('questions', '要问的问题', before.questions, after.questions, {
      keys: (all) => all.map(({ questionId }) => questionId),
      called: ({ text }) => text,
      shown: questionShown,
    }),
    ...ofList('steps', '办理步骤', before.steps, after.steps, {
      keys: stepKeys,
      called: ({ name }) => name,
      shown: stepShown,
    }),
  )
  for (const [field, name] of lines) found.push(...ofList(field, name, before[field], after[field], itself))
  return found
}

const inBrackets = (value: string | undefined): string => (value ? `（${value}）` : '')

/** One difference as a sentence: 材料清单里去掉了：身份证（原件1份，必须，部门发的）. */
export const differenceWords = ({ name, kind, entry: of, before, after }: Difference): string => {
  if (of === undefined) {
    if (kind === 'added') return `${name}写上了：${after}`
    if (kind === 'removed') return `${name}去掉了：${before}`
    return `${name}：${before} → ${after}`
  }
  if (kind === 'added') return `${name}里加了：${of}${inBrackets(after)}`
  if (kind === 'removed') return `${name}里去掉了：${of}${inBrackets(before)}`
  return `${name}里改了：${of}，${before} → ${after}`
}
