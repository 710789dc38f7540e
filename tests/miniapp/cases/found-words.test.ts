import type { FoundCase } from '@one-window/shared/cases/found-case'
import { CaseStatus } from '@one-window/shared/cases/lifecycle'
import { foundSteps } from '@one-window/shared/cases/found-case'
import { foundLine, foundSentence } from '../../../miniapp/src/features/cases/found-words'
import { granted, ofStatus, refused } from '../../shared/cases/told-case'

const TODAY = '2026-11-24'
const found = (status: CaseStatus, more: Partial<FoundCase> = {}): FoundCase => ({
  ...ofStatus[status],
  steps: foundSteps(ofStatus[status].events),
  promisedDay: '2026-12-07',
  ...more,
})

test.each<[string, FoundCase, string]>([
  ['received', found('received'), '材料收下了，正在看齐不齐'],
  ['something is missing', found('supplementing'), '还差几样材料，缺什么写在给本人的告知书上'],
  ['with a day', found('in-review'), '正在办，12月7日(周一)前办好'],
  ['due today', found('at-county', { promisedDay: TODAY }), '正在办，今天办好'],
  ['late', found('returned', { promisedDay: '2026-11-23' }), '正在办，比说好的11月23日晚了'],
  ['next year', found('in-review', { promisedDayPending: 2027 }), '正在办，2027年放假安排公布后定日子'],
  ['at once', found('in-review', { promisedDay: undefined }), '正在办，办好了这里看得到'],
  ['paused', found('paused'), '暂停计时，原因写在给本人的告知书上'],
  ['on its way here', found('coming-back'), '有结果了，正寄回大厅'],
  ['to fetch', found('concluded'), '有结果了，请本人带身份证到大厅窗口领'],
  ['posted', found('posted'), '有结果了，正寄给本人'],
  ['issued', found('issued'), '办完了，结果已经交给本人'],
  ['declined', found('declined'), '这次没有受理，原因写在给本人的通知书上'],
  ['not needed', found('not-needed'), '这次没有受理，原因写在给本人的通知书上'],
  ['withdrawn', found('withdrawn'), '本人撤回了，要办随时再来'],
  ['terminated', found('terminated'), '这一件退了，原因写在给本人的通知书上'],
])('%s', (_, told, words) => {
  expect(foundSentence(told, TODAY).join('，')).toBe(words)
})

test.each<[CaseStatus, string[]]>([
  ['received', ['收材料 done', '受理 now', '出结果 next', '领结果 next']],
  ['supplementing', ['收材料 done', '受理 now', '出结果 next', '领结果 next']],
  ['in-review', ['收材料 done', '受理 done', '出结果 now', '领结果 next']],
  ['paused', ['收材料 done', '受理 done', '出结果 paused', '领结果 next']],
  ['coming-back', ['收材料 done', '受理 done', '出结果 done', '领结果 now']],
  ['concluded', ['收材料 done', '受理 done', '出结果 done', '领结果 now']],
  ['issued', ['收材料 done', '受理 done', '出结果 done', '领结果 done']],
  ['declined', ['收材料 done', '没有受理 stopped']],
  ['withdrawn', ['收材料 done', '受理 done', '撤回了 stopped']],
  ['terminated', ['收材料 done', '受理 done', '退件了 stopped']],
])('the line of a case %s', (status, steps) => {
  expect(foundLine(found(status), TODAY).map(({ name, state }) => `${name} ${state}`)).toEqual(steps)
})

test('nobody but its owner reads whether it was granted', () => {
  const shown = (outcome: 'granted' | 'refused') =>
    CaseStatus.options.map((status) => {
      const told = found(status, { outcome } as object)
      return [foundSentence(told, TODAY), foundLine(told, TODAY)]
    })
  expect(shown('granted')).toEqual(shown('refused'))
  expect(JSON.stringify(shown('refused'))).not.toMatch(/批准/)
  expect(foundSteps(refused.events)).toEqual(foundSteps(granted.events))
})
