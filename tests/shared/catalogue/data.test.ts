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

test('the catalogue has 125 services in 12 domains and keeps every rule', () => {
  expect(problems).toEqual([])
  expect(problemsOfCatalogue(records)).toEqual([])
  expect(records).toHaveLength(125)
  expect(new Set(records.map(({ domain }) => domain))).toEqual(new Set(Domain.options))
})

test.each<[string, Partial<Service>, Service]>([
  ['即办件 with 3 steps', { steps: [...immediate.steps, immediate.steps[1]!] }, immediate],
  ['即办件 not approved by the 政务中心主任', { steps: [immediate.steps[0]!] }, immediate],
  ['即办件 promised in 1 days', { promisedDays: 1 }, immediate],
  ['即办件 decided outside the township', { approvalLevel: 'county' }, immediate],
  [
    '承诺件 without promised days',
    { promisedDays: 0, steps: [{ name: '受理', actor: '受理员', days: 0 }] },
    promised,
  ],
  ['promised 30 days, statutory 20', { statutoryDays: 20, promisedDays: 30 }, promised],
  [
    'steps take 27 days, promised 10',
    { promisedDays: 10, steps: [{ name: '核', actor: '乡', days: 27 }] },
    promised,
  ],
  ['material m1 twice', { materials: [promised.materials[0]!, ...promised.materials] }, promised],
  ['question q1 twice', { questions: [promised.questions[0]!, ...promised.questions] }, promised],
  ['conditional material m5 without a question', { questions: [] }, promised],
  [
    'question q1 decides no conditional material',
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
