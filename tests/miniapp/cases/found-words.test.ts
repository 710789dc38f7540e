import type { FoundCase } from '@one-window/shared/cases/case'
import { foundSentence, foundSteps } from '../../../miniapp/src/features/cases/found-words'

const TODAY = '2026-11-24'
const events = (...actions: FoundCase['events'][number]['action'][]): FoundCase['events'] =>
  actions.map((action) => ({ action, at: '2026-11-20T01:00:00Z' }))
const found = (more: Partial<FoundCase>): FoundCase => ({
  caseNumber: 'YH-1',
  serviceName: '申请低保',
  hallName: '永和乡政务服务中心',
  status: 'received',
  receivedAt: '2026-11-20T01:00:00Z',
  events: events('receive'),
  ...more,
})

const told: [string, Partial<FoundCase>, string][] = [
  ['received', {}, '材料收下了，正在看齐不齐'],
  ['with a day', { status: 'in-review', promisedDay: '2026-12-07' }, '正在办，12月7日(周一)前办好'],
  ['due today', { status: 'in-review', promisedDay: TODAY }, '正在办，今天办好'],
  ['late', { status: 'in-review', promisedDay: '2026-11-23' }, '正在办，比说好的11月23日晚了'],
  ['next year', { status: 'in-review', promisedDayPending: 2027 }, '正在办，2027年放假安排公布后定日子'],
  ['at once', { status: 'in-review' }, '正在办，办好了这里看得到'],
  ['returned', { status: 'returned', promisedDay: TODAY }, '正在办，今天办好'],
  ['at the county', { status: 'at-county', promisedDay: TODAY }, '正在办，今天办好'],
  ['to supplement', { status: 'supplementing' }, '还差几样材料，缺什么写在给本人的告知书上'],
  ['paused', { status: 'paused' }, '暂停计时，有了结果马上接着办'],
  ['coming back', { status: 'coming-back' }, '有结果了，正寄回大厅'],
  ['posted', { status: 'posted' }, '有结果了，正寄给本人'],
  ['not needed', { status: 'not-needed' }, '这件事不用办，原因当面告诉过本人'],
  ['withdrawn', { status: 'withdrawn' }, '本人撤回了，要办随时再来'],
  ['terminated', { status: 'terminated' }, '这一件退了，原因写在给本人的通知书上'],
  ['declined', { status: 'declined' }, '这次没有受理，原因写在给本人的通知书上'],
  ['concluded', { status: 'concluded' }, '有结果了，请本人带身份证到大厅窗口领'],
  ['issued', { status: 'issued' }, '办完了，结果已经交给本人'],
]
test.each(told)('%s', (_, more, words) => {
  expect(foundSentence(found(more), TODAY).join('，')).toBe(words)
})

test('steps that are done have their day, the present one follows, a declined case stops', () => {
  const states = (more: Partial<FoundCase>) =>
    foundSteps(found(more), TODAY).map(({ name, state }) => `${name} ${state}`)
  expect(states({})).toEqual(['收材料 done', '受理 now', '出结果 next', '领结果 next'])
  expect(states({ status: 'issued', events: events('receive', 'accept', 'approve', 'issue') })).toEqual([
    '收材料 done',
    '受理 done',
    '出结果 done',
    '领结果 done',
  ])
  expect(states({ events: events('receive', 'decline') })).toEqual(['收材料 done', '没有受理 stopped'])
  expect(states({ status: 'withdrawn', events: events('receive', 'accept', 'withdraw') })).toEqual([
    '收材料 done',
    '受理 done',
    '本人撤回了 stopped',
  ])
})
