/** A case in the words of its owner: every status, every end, and what they have to do now. */
import type { Case } from '@one-window/shared/cases/case'
import { caseSteps } from '@one-window/shared/cases/case-steps'
import { caseSentence, stillLacking, tripWords, whatToDo } from '@one-window/shared/cases/case-words'
import { CaseStatus } from '@one-window/shared/cases/lifecycle'
import {
  accepted,
  atCounty,
  atOnce,
  comingBack,
  extended,
  gapped,
  granted,
  issued,
  ofStatus,
  paused,
  pending,
  posted,
  received,
  refused,
  supplementing,
  supplied,
} from './told-case'

const words = (told: Case, today = '2026-11-24') => ({
  sentence: caseSentence(told, today),
  todo: whatToDo(told, today),
  steps: caseSteps(told, today),
})

describe('the one sentence, and what to do now', () => {
  test.each<[string, Case, string, string, string]>([
    ['received', received, '2026-10-19', '材料收下了，正在看齐不齐', '什么都不用做'],
    ['supplementing', supplementing, '2026-10-20', '还差几样材料，补齐了马上接着办', '把缺的2样材料补上'],
    ['supplied, not accepted yet', supplied, '2026-10-21', '还差几样材料，补齐了马上接着办', '什么都不用做'],
    ['in review', accepted, '2026-11-24', '正在审批，11月30日(周一)前办好', '什么都不用做'],
    ['due today', accepted, '2026-11-30', '正在审批，今天办好', '什么都不用做'],
    ['late', accepted, '2026-12-01', '正在审批，比说好的11月30日晚了', '什么都不用做'],
    ['year not announced', pending, '2026-12-21', '正在审批，30个工作日内办好', '什么都不用做'],
    ['done at once', atOnce, '2026-10-19', '正在办，今天办好', '什么都不用做'],
    ['back at the window', ofStatus.returned, '2026-11-24', '正在审批，11月30日(周一)前办好', '什么都不用做'],
    ['at the county', atCounty, '2026-11-24', '正在审批，11月30日(周一)前办好', '什么都不用做'],
    ['something owed', gapped, '2026-11-02', '正在审批，11月30日(周一)前办好', '补交1样材料'],
    ['paused', paused, '2026-11-24', '暂停计时，最晚12月7日(周一)前办好', '什么都不用做'],
    ['paused for too long', paused, '2026-12-08', '暂停计时，有了结果马上接着办', '什么都不用做'],
    ['coming back', comingBack, '2026-11-24', '批下来了，结果正寄回大厅', '什么都不用做'],
    [
      'coming back, refused',
      { ...comingBack, outcome: 'refused' },
      '2026-11-24',
      '没有批准，决定书正寄回大厅',
      '什么都不用做',
    ],
    ['by post or here', granted, '2026-11-24', '办好了，到大厅窗口领，也可以寄给您', '到大厅窗口领结果'],
    [
      'here only',
      { ...granted, handOver: 'window' },
      '2026-11-24',
      '办好了，请带身份证到大厅窗口领',
      '到大厅窗口领结果',
    ],
    [
      'by itself',
      { ...granted, handOver: 'by-itself' },
      '2026-11-24',
      '办好了，您不用来大厅',
      '什么都不用做',
    ],
    ['refused', refused, '2026-11-24', '没有批准，请带身份证到大厅窗口领决定书', '到大厅窗口领决定书'],
    [
      'refused, though it would come by itself',
      { ...refused, handOver: 'by-itself' },
      '2026-11-24',
      '没有批准，请带身份证到大厅窗口领决定书',
      '到大厅窗口领决定书',
    ],
    ['posted', posted, '2026-11-25', '办好了，正寄给您', '等快递'],
    ['issued', issued, '2026-11-25', '办完了，结果已经交给您', '什么都不用做'],
    ['declined', ofStatus.declined, '2026-10-19', '这次没有受理，原因写在下面', '看一下原因'],
    ['not needed', ofStatus['not-needed'], '2026-10-19', '这件事不用办，原因写在下面', '看一下原因'],
    ['withdrawn', ofStatus.withdrawn, '2026-10-20', '您撤回了，要办随时再来', '什么都不用做'],
    ['terminated', ofStatus.terminated, '2026-11-11', '这一件退了，原因写在下面', '看一下原因'],
  ])('%s', (_, told, today, sentence, todo) => {
    expect(words(told, today).sentence.join('，')).toBe(sentence)
    expect(words(told, today).todo.say).toBe(todo)
  })

  test.each<[string, Case, string, RegExp]>([
    ['supplement', supplementing, '2026-11-17', /^11月18日\(周三\)前补齐/],
    ['supplement, last day', supplementing, '2026-11-18', /^今天补齐/],
    ['supplement, overdue', supplementing, '2026-11-19', /已经过了.*可能要退/],
    ['owed', gapped, '2026-11-09', /^11月10日\(周二\)前补齐/],
    ['owed, last day', gapped, '2026-11-10', /^今天补齐/],
    ['owed, overdue', gapped, '2026-11-11', /已经过了.*可能要退/],
    ['late', accepted, '2026-12-01', /^办晚了，对不起/],
    ['by post on wish', granted, '2026-11-24', /想寄到家/],
  ])('until when: %s', (_, told, today, more) => {
    expect(words(told, today).todo.more).toMatch(more)
  })

  test('what is still lacking of what was asked for', () => {
    expect(stillLacking(supplementing).map(({ name }) => name)).toEqual(['户口簿', '房屋照片'])
    expect(stillLacking(supplied)).toEqual([])
    expect(stillLacking(received)).toEqual([])
  })
})

test.each<[string, Case, string, string]>([
  ['one', received, '跑了1趟', '10月19日交材料'],
  ['what was sent is none', supplied, '跑了1趟', '10月19日交材料'],
  ['and fetched', issued, '跑了2趟', '10月19日交材料，11月25日领结果'],
  ['nobody came', { ...received, trips: 0, events: [] }, '一趟没跑', ''],
])('trips: %s', (_, told, say, more) => {
  expect(tripWords(told)).toEqual({ say, more })
})

test('no status, outcome or way of handing over sends a person to an office', () => {
  const handOvers = ['at-once', 'by-itself', 'post-or-window', 'window'] as const
  for (const status of CaseStatus.options)
    for (const outcome of ['granted', 'refused'] as const)
      for (const handOver of handOvers)
        for (const told of [ofStatus[status], issued, gapped, extended]) {
          const text = JSON.stringify(words({ ...told, status, outcome, handOver }))
          expect(text).not.toMatch(/办公室|请到.{0,8}(局|站|所|办)|去(县|局)|部门/)
        }
})
