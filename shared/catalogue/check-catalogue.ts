/** The rules a catalogue must keep before anybody is shown it. */
import type { Service } from './service'

/** 即办件: at most 2 steps, approved by the 政务中心主任 (township rules, 即来即办). */
const MOST_IMMEDIATE_STEPS = 2
const DIRECTOR = '政务中心主任'

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at)

const problemsOfHandling = ({ handlingType, promisedDays, statutoryDays, approvalLevel, steps }: Service) => {
  const problems: string[] = []
  const days = steps.reduce((sum, step) => sum + step.days, 0)
  if (handlingType === 'immediate') {
    if (steps.length > MOST_IMMEDIATE_STEPS) problems.push(`即办件 with ${steps.length} steps`)
    if (steps[steps.length - 1]?.actor !== DIRECTOR) problems.push(`即办件 not approved by the ${DIRECTOR}`)
    if (promisedDays !== 0) problems.push(`即办件 promised in ${promisedDays} days`)
    if (approvalLevel !== 'township') problems.push('即办件 decided outside the township')
  } else if (promisedDays === 0) problems.push('承诺件 without promised days')
  if (statutoryDays !== null && promisedDays > statutoryDays)
    problems.push(`promised ${promisedDays} days, statutory ${statutoryDays}`)
  if (days > promisedDays) problems.push(`steps take ${days} days, promised ${promisedDays}`)
  return problems
}

const problemsOfMaterials = ({ materials, questions }: Service) => {
  const problems: string[] = []
  for (const id of repeated(materials.map(({ materialId }) => materialId)))
    problems.push(`material ${id} twice`)
  for (const id of repeated(questions.map(({ questionId }) => questionId)))
    problems.push(`question ${id} twice`)
  for (const id of repeated(questions.map(({ materialId }) => materialId)))
    problems.push(`two questions for ${id}`)
  for (const { materialId, necessity } of materials)
    if (necessity === 'conditional' && !questions.some((question) => question.materialId === materialId))
      problems.push(`conditional material ${materialId} without a question`)
  for (const { questionId, materialId } of questions)
    if (
      !materials.some(
        (material) => material.materialId === materialId && material.necessity === 'conditional',
      )
    )
      problems.push(`question ${questionId} decides no conditional material`)
  return problems
}

/** Every broken rule, each as `serviceId: what`; empty when the catalogue may be shown. */
export const problemsOfCatalogue = (services: readonly Service[]): string[] => {
  const ids = services.map(({ serviceId }) => serviceId)
  const plainNames = services.map(({ plainName }) => plainName)
  const problems = [
    ...repeated(ids).map((id) => `${id}: id used twice`),
    ...repeated(plainNames).map((name) => `${name}: plain name used twice`),
  ]
  for (const service of services) {
    const own = [...problemsOfHandling(service), ...problemsOfMaterials(service)]
    for (const id of service.related) {
      if (id === service.serviceId) own.push('related to itself')
      else if (ids.indexOf(id) < 0) own.push(`related ${id} does not exist`)
    }
    problems.push(...own.map((problem) => `${service.serviceId}: ${problem}`))
  }
  return problems
}
