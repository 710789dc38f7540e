/** What a guide (办事指南) answers: the four questions everybody asks, what to bring, and what is not certain yet. */
import { isUnconfirmed } from './service'
import type { InferableField, Material, Question, Service, ServiceSummary } from './service'

/** How fast, in the words of rows and papers: 当场办好 or N个工作日. */
export const handlingWords = (service: Pick<ServiceSummary, 'handlingType' | 'promisedDays'>): string =>
  service.handlingType === 'immediate' ? '当场办好' : `${service.promisedDays}个工作日`

/** Times a person comes to the window: once, or twice when the result is fetched there later. */
export const tripsToHall = (service: Pick<Service, 'handOver'>): 1 | 2 =>
  service.handOver === 'window' ? 2 : 1

const tripNotes: Readonly<Record<Service['handOver'], string>> = {
  'at-once': '当场拿结果',
  'by-itself': '办好了不用再来',
  'post-or-window': '办好了可以寄到家',
  window: '交材料一趟，领结果一趟',
}

/** One of the four answers at the top of a guide. */
export interface GuideAnswer {
  question: '要多久' | '多少钱' | '跑几趟' | '在哪办'
  answer: string
  notes: string[]
  /** The county has not confirmed it: shown with 待县里确认. */
  unconfirmed: boolean
}

/** 要多久 · 多少钱 · 跑几趟 · 在哪办, in this order. */
export const fourAnswers = (service: Service): GuideAnswer[] => [
  {
    question: '要多久',
    answer: handlingWords(service) + (service.handlingType === 'promised' ? '内' : ''),
    notes: service.limitNote ? [service.limitNote] : [],
    unconfirmed: isUnconfirmed(service, 'promisedDays') || isUnconfirmed(service, 'handlingType'),
  },
  {
    question: '多少钱',
    answer: service.feeNote,
    notes: service.feeDetail ? [service.feeDetail] : [],
    unconfirmed: isUnconfirmed(service, 'feeNote'),
  },
  {
    question: '跑几趟',
    answer: `${tripsToHall(service)}趟`,
    notes: [tripNotes[service.handOver], ...(service.siteVisit ? ['会有人上门或到现场看'] : [])],
    unconfirmed: isUnconfirmed(service, 'steps'),
  },
  {
    question: '在哪办',
    answer: '乡大厅窗口',
    notes: ['哪个窗口都行', ...(service.village ? ['村里也能办'] : [])],
    unconfirmed: false,
  },
]

/** Fields a resident sees, in the order of the page; the others matter to staff only. */
const shownFields: readonly (readonly [InferableField, string])[] = [
  ['handlingType', '能不能当场办'],
  ['promisedDays', '办理天数'],
  ['feeNote', '收费'],
  ['conditions', '谁能办'],
  ['materials', '要带的材料'],
  ['steps', '办理步骤'],
  ['legalBasis', '依据的法规'],
]

/**
 * The one calm line of a guide the county has not confirmed; undefined once it has.
 * Without a mark of its own a value stands in a law or an official guide, and only the whole is unconfirmed.
 */
export const unconfirmedLine = (service: Service): string | undefined => {
  if (service.confirmedOn !== null) return undefined
  const unsure = shownFields.filter(([field]) => isUnconfirmed(service, field)).map(([, words]) => words)
  return unsure.length > 0
    ? `${unsure.join('、')}待县里确认，以窗口说的为准。`
    : '这份指南照法规整理，待县里确认，以窗口说的为准。'
}

/** Answers to the questions of a guide so far: true is yes; an absent question is not answered yet. */
export type GuideAnswers = Readonly<Record<string, boolean>>

/** The material list of one person. Every material of the guide is in exactly one of the three lists. */
export interface MaterialsForPerson {
  bring: Material[]
  /** A question decides, and it is not answered yet. */
  undecided: { material: Material; question: Question }[]
  notNeeded: Material[]
  /** What a "no" still asks the person to know. */
  hints: string[]
}

/** Shortens the list to what this person must bring; a conditional material without a question stays to be brought. */
export const materialsFor = (service: Service, answers: GuideAnswers): MaterialsForPerson => {
  const result: MaterialsForPerson = { bring: [], undecided: [], notNeeded: [], hints: [] }
  for (const material of service.materials) {
    const question = service.questions.find(({ materialId }) => materialId === material.materialId)
    const answer = question && answers[question.questionId]
    if (material.necessity === 'required' || !question || answer === true) result.bring.push(material)
    else if (answer === undefined) result.undecided.push({ material, question })
    else {
      result.notNeeded.push(material)
      if (question.whenNo) result.hints.push(question.whenNo)
    }
  }
  return result
}

/** How many, in what form, who has it: 复印件1份，带原件核验. */
export const materialWords = (material: Material): string => {
  const form = { original: '原件', copy: '复印件', electronic: '电子件' }[material.form]
  const count = `${material.source === 'form' ? '表格' : form}${material.copies}份`
  return [count, material.note ?? (material.source === 'form' ? '窗口领，当场填' : '')]
    .filter(Boolean)
    .join('，')
}

/** What most people come for, most asked first; our estimate until a quarter of real counts is in. */
const frequentIds: readonly string[] = [
  'yibao-canbao',
  'dibao-shenqing',
  'chusheng-hukou',
  'gaoling-jintie',
  'yanglao-renzheng',
  'shenfenzheng-huanxin',
  'shebaoka-buhuan',
  'zhuyuan-baoxiao',
]

/** The rows of the home page's 常办的事, most asked first. */
export const frequentServices = <Row extends Pick<ServiceSummary, 'serviceId'>>(
  services: readonly Row[],
): Row[] =>
  frequentIds
    .map((id) => services.find(({ serviceId }) => serviceId === id))
    .filter((row): row is Row => row !== undefined)
