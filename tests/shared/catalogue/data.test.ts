import { rawRecords, readRecords } from '../../../functions/catalogue/build-records'
import { problemsOfCatalogue } from '@one-window/shared/catalogue/check-catalogue'
import { Domain, type Service } from '@one-window/shared/catalogue/service'

const { records, problems } = readRecords(rawRecords)
const first = (match: (service: Service) => boolean): Service => {
  const found = records.find(match)
  if (!found) throw new Error('no such service in the data')
  return found
}
const immediate = first((service) => service.handlingType === 'immediate')
const promised = first((service) => service.statutoryDays !== null && service.questions.length > 0)
const conditional = promised.materials.find(({ necessity }) => necessity === 'conditional')!

test('the catalogue has 125 services in 12 domains and keeps every rule', () => {
  expect(problems).toEqual([])
  expect(problemsOfCatalogue(records)).toEqual([])
  expect(records).toHaveLength(125)
  expect(new Set(records.map(({ domain }) => domain))).toEqual(new Set(Domain.options))
})

test.each<[string, Partial<Service>, Service]>([
  [
    '即办件最多2步，现在有3步；请减少，或改成承诺件',
    { steps: [...immediate.steps, immediate.steps[1]!] },
    immediate,
  ],
  ['即办件的最后一步要由政务中心主任审批', { steps: [immediate.steps[0]!] }, immediate],
  ['即办件当场办好，承诺时限要写0', { promisedDays: 1 }, immediate],
  ['即办件要在乡里审批，请改成乡，或改成承诺件', { approvalLevel: 'county' }, immediate],
  [
    '承诺件要写承诺几个工作日',
    { promisedDays: 0, steps: [{ name: '受理', actor: '受理员', days: 0 }] },
    promised,
  ],
  ['承诺30天，法定20天；不能超过法定时限，请改短', { statutoryDays: 20, promisedDays: 30 }, promised],
  [
    '各步加起来27天，承诺10天；请把各步的天数改短',
    { promisedDays: 10, steps: [{ name: '核', actor: '乡', days: 27 }] },
    promised,
  ],
  ['材料编号m1用了两次', { materials: [promised.materials[0]!, ...promised.materials] }, promised],
  ['问题编号q1用了两次', { questions: [promised.questions[0]!, ...promised.questions] }, promised],
  [`“${conditional.name}”看情况才要，请写一个问题，或改成必须`, { questions: [] }, promised],
  [
    '问题q1没有对应的材料，请去掉',
    { questions: [{ ...promised.questions[0]!, materialId: 'm1' }] },
    promised,
  ],
  ['related nowhere does not exist', { related: ['nowhere'] }, promised],
  ['related to itself', { related: [promised.serviceId] }, promised],
])('refuses %s', (problem, change, service) => {
  expect(
    problemsOfCatalogue([...records.filter((other) => other !== service), { ...service, ...change }]),
  ).toContain(`${service.serviceId}: ${problem}`)
})

test('refuses an id used twice', () => {
  expect(problemsOfCatalogue([...records, immediate])).toContain(`${immediate.serviceId}: id used twice`)
})

test.each(['form', 'copies', 'necessity', 'source'])('refuses a material without %s', (field) => {
  const { [field]: _left, ...rest } = promised.materials[0] as Record<string, unknown>
  const { problems } = readRecords([{ ...promised, sources: [], materials: [rest] }])
  expect(problems).toEqual([expect.stringContaining(`${promised.serviceId}: materials.0.${field}`)])
})
