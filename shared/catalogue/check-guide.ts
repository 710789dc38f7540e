/** The rules that a service must keep before anybody is shown it (township rules 二(二)(三)). */
import { DIRECTOR } from './route'
import type { Service } from './service'

/** 即办件: at most 2 steps, the last of them the director's (即来即办). */
const MOST_IMMEDIATE_STEPS = 2
/** The form of 事项编码 and 业务办理项编码, and the lengths that standards give them; others exist. */
const codeForm = /^[0-9A-Z-]{10,60}$/
const usualLengths = [10, 12, 24, 31, 33]

/** What is wrong, where (JSON pointer into the service), and what to do. */
export interface GuideProblem {
  field: keyof Service
  pointer: string
  message: string
  /** To be looked at; keeps nothing from going on. */
  isWarning?: true
}

const at = (field: keyof Service, message: string, place = ''): GuideProblem => ({
  field,
  pointer: `/${field}${place}`,
  message,
})

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, place) => values.indexOf(value) !== place)

const problemsOfHandling = ({
  handlingType,
  promisedDays,
  approvalLevel,
  approver,
  steps,
}: Service): GuideProblem[] => {
  if (handlingType === 'promised')
    return promisedDays === 0 ? [at('promisedDays', '承诺件要写承诺几个工作日')] : []
  const problems: GuideProblem[] = []
  if (steps.length > MOST_IMMEDIATE_STEPS)
    problems.push(
      at('steps', `即办件最多${MOST_IMMEDIATE_STEPS}步，现在有${steps.length}步；请减少，或改成承诺件`),
    )
  if (steps.length > 0 && steps[steps.length - 1]?.actor !== DIRECTOR)
    problems.push(at('steps', `即办件的最后一步要由${DIRECTOR}审批`, `/${steps.length - 1}/actor`))
  if (promisedDays !== 0) problems.push(at('promisedDays', '即办件当场办好，承诺时限要写0'))
  if (approvalLevel !== 'township')
    problems.push(at('approvalLevel', '即办件要在乡里审批，请改成乡，或改成承诺件'))
  if (approver !== null && approver !== DIRECTOR)
    problems.push(at('approver', `即办件由${DIRECTOR}审批，请改审批人，或改成承诺件`))
  return problems
}

/** 办件类型 and 承诺时限 are equal to the province's or better, and no limit is longer than the statutory one (P10). */
const problemsOfLimits = (service: Service): GuideProblem[] => {
  const { handlingType, promisedDays, statutoryDays, provinceHandlingType, provincePromisedDays } = service
  const problems: GuideProblem[] = []
  if (provinceHandlingType === 'immediate' && handlingType === 'promised')
    problems.push(at('handlingType', '省平台是即办件，这里不能改成承诺件'))
  if (provincePromisedDays !== null && promisedDays > provincePromisedDays)
    problems.push(
      at(
        'promisedDays',
        `承诺${promisedDays}天，省平台承诺${provincePromisedDays}天；不能比省平台慢，请改短`,
      ),
    )
  if (statutoryDays !== null && promisedDays > statutoryDays)
    problems.push(
      at('promisedDays', `承诺${promisedDays}天，法定${statutoryDays}天；不能超过法定时限，请改短`),
    )
  if (provincePromisedDays !== null && statutoryDays !== null && provincePromisedDays > statutoryDays)
    problems.push(
      at(
        'provincePromisedDays',
        `省平台承诺${provincePromisedDays}天，法定${statutoryDays}天；两个里有一个不对，请核对`,
      ),
    )
  return problems
}

const problemsOfSteps = ({ steps, promisedDays }: Service): GuideProblem[] => {
  const days = steps.reduce((sum, step) => sum + step.days, 0)
  return days > promisedDays
    ? [at('steps', `各步加起来${days}天，承诺${promisedDays}天；请把各步的天数改短`)]
    : []
}

const problemsOfMaterials = ({ materials, questions }: Service): GuideProblem[] => {
  const problems: GuideProblem[] = []
  for (const id of repeated(materials.map(({ materialId }) => materialId)))
    problems.push(at('materials', `材料编号${id}用了两次`))
  for (const id of repeated(questions.map(({ questionId }) => questionId)))
    problems.push(at('questions', `问题编号${id}用了两次`))
  for (const id of repeated(questions.map(({ materialId }) => materialId)))
    problems.push(at('questions', `材料${id}有两个问题，请留一个`))
  materials.forEach(({ materialId, name, necessity }, place) => {
    if (necessity === 'conditional' && !questions.some((question) => question.materialId === materialId))
      problems.push(at('materials', `“${name}”看情况才要，请写一个问题，或改成必须`, `/${place}/necessity`))
  })
  questions.forEach(({ questionId, materialId }, place) => {
    if (
      !materials.some(
        (material) => material.materialId === materialId && material.necessity === 'conditional',
      )
    )
      problems.push(at('questions', `问题${questionId}没有对应的材料，请去掉`, `/${place}`))
  })
  return problems
}

const problemsOfCode = (field: 'code' | 'businessCode', code: string | null): GuideProblem[] => {
  if (code === null) return []
  if (!codeForm.test(code)) return [at(field, '编码要10到60位，只能有数字、大写字母和短横线，请照省平台抄')]
  return usualLengths.indexOf(code.length) < 0
    ? [
        {
          ...at(field, `编码有${code.length}位，常见的是${usualLengths.join('、')}位，请核对`),
          isWarning: true,
        },
      ]
    : []
}

/** Everything wrong with one service by itself, problems and warnings. */
export const problemsOfGuide = (service: Service): GuideProblem[] => [
  ...problemsOfHandling(service),
  ...problemsOfLimits(service),
  ...problemsOfSteps(service),
  ...problemsOfMaterials(service),
  ...problemsOfCode('code', service.code),
  ...problemsOfCode('businessCode', service.businessCode),
]

/** What tells a service from others of the same 事项编码: its 业务办理项. */
type Coded = Pick<Service, 'serviceId' | 'plainName' | 'code' | 'businessItem' | 'businessCode'>

/** True when two services are told apart by nothing: the same code without a 业务办理项 of their own (P9). */
const isSame = (one: Coded, other: Coded): boolean =>
  (one.code !== null &&
    one.code === other.code &&
    (one.businessItem === null || other.businessItem === null || one.businessItem === other.businessItem)) ||
  (one.businessCode !== null && one.businessCode === other.businessCode)

/** Finds who else has the code of a service; built once for a whole catalogue. */
export const codesOf = <Row extends Coded>(
  services: readonly Row[],
): ((service: Coded) => Row | undefined) => {
  const byCode: Record<string, Row[]> = {}
  for (const service of services)
    for (const code of [service.code, service.businessCode])
      if (code !== null) (byCode[code] ??= []).push(service)
  return (service) => {
    for (const code of [service.code, service.businessCode])
      for (const other of code === null ? [] : (byCode[code] ?? []))
        if (other.serviceId !== service.serviceId && isSame(service, other)) return other
    return undefined
  }
}
