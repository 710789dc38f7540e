import { assembleCatalogue } from '../../../functions/catalogue/build-catalogue'
import {
  fourAnswers,
  frequentServices,
  handlingWords,
  materialsFor,
  materialWords,
  tripsToHall,
  unconfirmedLine,
} from '@one-window/shared/catalogue/guide'
import { summarise, type Service } from '@one-window/shared/catalogue/service'

const { services, summaries } = assembleCatalogue()
const service = (id: string): Service => {
  const found = services.find(({ serviceId }) => serviceId === id)
  if (!found) throw new Error(`no service ${id}`)
  return found
}

test.each([
  ['dibao-shenqing', '30个工作日内', '不收费', '1趟', '乡大厅窗口'],
  ['yanglao-renzheng', '当场办好', '不收费', '1趟', '乡大厅窗口'],
  ['shenfenzheng-buban', '15个工作日内', '40元', '1趟', '乡大厅窗口'],
  ['fenhu', '3个工作日内', '不收费', '2趟', '乡大厅窗口'],
])('%s answers the four questions', (id, ...answers) => {
  expect(fourAnswers(service(id)).map(({ answer }) => answer)).toEqual(answers)
})

test('the notes of the four answers say how the result comes, who visits and where else it is taken', () => {
  const notes = fourAnswers(service('dibao-shenqing')).map(({ notes }) => notes)
  expect(notes).toEqual([
    ['自受理起30个工作日，特殊情况可到45个工作日'],
    [],
    ['办好了可以寄到家', '会有人上门或到现场看'],
    ['哪个窗口都行', '村里也能办'],
  ])
})

test.each<[Service['handOver'], 1 | 2]>([
  ['at-once', 1],
  ['by-itself', 1],
  ['post-or-window', 1],
  ['window', 2],
])('a result handed over %s takes %i trips', (handOver, trips) => {
  expect(tripsToHall({ handOver })).toBe(trips)
})

test('an inferred value carries its mark until the county confirms the guide', () => {
  const dibao = service('dibao-shenqing')
  expect(fourAnswers(dibao)[0]?.unconfirmed).toBe(true)
  expect(summarise(dibao).unconfirmed).toBe(true)
  expect(unconfirmedLine(dibao)).toBe('办理天数待县里确认，以窗口说的为准。')
  const confirmed = { ...dibao, confirmedOn: '2026-12-01' }
  expect(fourAnswers(confirmed).some(({ unconfirmed }) => unconfirmed)).toBe(false)
  expect(summarise(confirmed).unconfirmed).toBe(false)
  expect(unconfirmedLine(confirmed)).toBeUndefined()
})

test('every guide says that it is not confirmed, and only in one line', () => {
  for (const each of services) expect(unconfirmedLine(each)).toMatch(/^[^\n]*待县里确认，以窗口说的为准。$/)
  expect(unconfirmedLine({ ...service('dibao-shenqing'), inferred: ['frequency'] })).toBe(
    '这份指南照法规整理，待县里确认，以窗口说的为准。',
  )
})

test('answering the questions shortens the list to what this person brings', () => {
  const birth = service('chusheng-hukou')
  const names = (answers: Record<string, boolean>) => {
    const { bring, undecided, notNeeded, hints } = materialsFor(birth, answers)
    return { bring: bring.length, undecided: undecided.length, notNeeded: notNeeded.length, hints }
  }
  expect(names({})).toEqual({ bring: 2, undecided: 2, notNeeded: 0, hints: [] })
  expect(names({ q1: true })).toEqual({ bring: 3, undecided: 1, notNeeded: 0, hints: [] })
  expect(names({ q1: true, q2: false })).toEqual({ bring: 3, undecided: 0, notNeeded: 1, hints: [] })
  expect(names({ q1: false, q2: false })).toEqual({
    bring: 2,
    undecided: 0,
    notNeeded: 2,
    hints: ['没领结婚证的，按规定带情况说明或亲子鉴定。'],
  })
})

test('every material of every guide is in exactly one list, and all answered leaves nothing open', () => {
  for (const each of services) {
    for (const answer of [undefined, true, false]) {
      const answers = Object.fromEntries(
        answer === undefined ? [] : each.questions.map(({ questionId }) => [questionId, answer]),
      )
      const { bring, undecided, notNeeded } = materialsFor(each, answers)
      expect(bring.length + undecided.length + notNeeded.length).toBe(each.materials.length)
      expect(undecided).toHaveLength(answer === undefined ? each.questions.length : 0)
      if (answer === false) expect(bring.every(({ necessity }) => necessity === 'required')).toBe(true)
    }
  }
})

test.each([
  ['dibao-shenqing', 'm1', '表格1份，窗口或村里领取'],
  ['dibao-shenqing', 'm2', '复印件1份，带原件核验'],
  ['dibao-bianyuan', 'm1', '表格1份，窗口领，当场填'],
  ['gaoling-jintie', 'm7', '原件2份'],
])('%s %s reads %s', (id, materialId, words) => {
  const material = service(id).materials.find((each) => each.materialId === materialId)
  expect(material && materialWords(material)).toBe(words)
})

test('rows say how fast, and the home page shows eight that people come for', () => {
  expect(handlingWords(summarise(service('yanglao-renzheng')))).toBe('当场办好')
  expect(handlingWords(summarise(service('dibao-shenqing')))).toBe('30个工作日')
  expect(frequentServices(summaries)).toHaveLength(8)
  expect(frequentServices(summaries)[0]?.serviceId).toBe('yibao-canbao')
})
