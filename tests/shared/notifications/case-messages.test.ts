/** What the owner of a case is told, and when nothing: whatever happened, its words fit their template. */
import { CaseAction } from '@one-window/shared/cases/lifecycle'
import { caseMessage, type ToldCase } from '@one-window/shared/notifications/case-messages'
import { MessageKind } from '@one-window/shared/notifications/message'
import { fitsTemplate } from '@one-window/shared/notifications/template-fields'
import {
  accepted,
  comingBack,
  granted,
  issued,
  ofStatus,
  paused,
  posted,
  refused,
  resumed,
  supplementing,
} from '../cases/told-case'

const now = new Date('2026-11-24T01:00:00Z')
const byItself = { ...granted, handOver: 'by-itself' as const }

test.each<[string, ToldCase, CaseAction, string, string, string]>([
  [
    'accepted',
    accepted,
    'accept',
    'case-accepted',
    '受理了',
    '“农村危房改造”已经受理，11月30日(周一)前办好。办好了，这里看得到。',
  ],
  [
    'deemed accepted',
    accepted,
    'deem',
    'case-accepted',
    '受理了',
    '“农村危房改造”5个工作日里没有告诉您缺材料，按规定从收件那天起算受理，11月30日(周一)前办好。办好了，这里看得到。',
  ],
  [
    'something is missing',
    supplementing,
    'supplement',
    'case-supplement',
    '还差几样材料',
    '“农村危房改造”还差材料。',
  ],
  [
    'paused',
    paused,
    'pause',
    'case-paused',
    '暂停计时',
    '“农村危房改造”暂停计时。为什么停、停多久写在办件里，这几天不算在时限里。',
  ],
  [
    'resumed',
    resumed,
    'resume',
    'case-paused',
    '恢复计时了',
    '“农村危房改造”恢复计时，12月3日(周四)前办好。',
  ],
  [
    'more time',
    resumed,
    'extend',
    'case-paused',
    '时限延长了',
    '“农村危房改造”时限延长了，12月3日(周四)前办好。原因写在办件里。',
  ],
  [
    'granted, to fetch',
    granted,
    'approve',
    'case-ready',
    '办好了',
    '“农村危房改造”：到大厅窗口领结果。带上身份证，哪个窗口都行，不用预约。想寄到家，打大厅电话说一声。',
  ],
  [
    'granted, by itself',
    byItself,
    'approve',
    'case-concluded',
    '办好了',
    '“农村危房改造”：什么都不用做。已经办到位，不用再跑一趟。',
  ],
  [
    'refused',
    refused,
    'refuse',
    'case-concluded',
    '没有批准',
    '“农村危房改造”没有批准，请带身份证到大厅窗口领决定书。',
  ],
  [
    'decided by the county',
    comingBack,
    'record-county',
    'case-concluded',
    '批下来了',
    '“农村危房改造”：什么都不用做。寄到大厅，马上告诉您。',
  ],
  [
    'refused by the county',
    { ...comingBack, outcome: 'refused' },
    'record-county',
    'case-concluded',
    '没有批准',
    '“农村危房改造”没有批准，决定书正寄回大厅。',
  ],
  ['here from the county', granted, 'sign-for', 'case-ready', '办好了', '“农村危房改造”：到大厅窗口领结果。'],
  [
    'posted',
    posted,
    'post',
    'case-posted',
    '办好了',
    '“农村危房改造”寄出来了。快递单号写在办件里，收到就好。',
  ],
  [
    'ended',
    ofStatus.terminated,
    'terminate',
    'case-concluded',
    '这一件退了',
    '“农村危房改造”：看一下原因。不清楚的，打电话问窗口。',
  ],
])('%s', (_, told, action, kind, title, body) => {
  const message = caseMessage(told, action, now)
  expect([message?.kind, message?.title]).toEqual([kind, title])
  expect(message?.body.startsWith(body)).toBe(true)
})

test.each<[string, ToldCase, CaseAction]>([
  ['at the window: declined', ofStatus.declined, 'decline'],
  ['at the window: not needed', ofStatus['not-needed'], 'inform'],
  ['at the window: taken back', ofStatus.withdrawn, 'withdraw'],
  ['at the window: handed over', issued, 'issue'],
  ['something came', supplementing, 'supply'],
  ['on its way: passed', accepted, 'pass'],
  ['on its way: sent back', ofStatus.returned, 'return'],
  ['on its way: a step of the county', accepted, 'record-county'],
  ['inside: asked, urged, met, entered, filed', accepted, 'ask-pause'],
  ['inside: urged', accepted, 'urge'],
  ['inside: a number entered', accepted, 'enter'],
  ['inside: filed', issued, 'archive'],
])('nothing is said %s', (_, told, action) => {
  expect(caseMessage(told, action, now)).toBeUndefined()
})

test('whatever happens to a case of whatever name, its words fit; every kind of a case comes up', () => {
  const kinds = new Set<MessageKind>()
  for (const action of CaseAction.options)
    for (const told of Object.values(ofStatus))
      for (const outcome of ['granted', 'refused', undefined] as const)
        for (const handOver of ['at-once', 'by-itself', 'post-or-window', 'window'] as const)
          for (const serviceName of ['低保', '一二三四五六七八九十一二三四五六七八九十甲', ' 停\n电𠮷\u202e'])
            for (const { promisedDay } of [told, { promisedDay: undefined }]) {
              const message = caseMessage(
                { ...told, outcome, handOver, serviceName, promisedDay },
                action,
                now,
              )
              if (!message) continue
              kinds.add(message.kind)
              expect([message.fields, fitsTemplate(message.fields)]).toEqual([message.fields, true])
            }
  expect([...kinds].sort()).toEqual(MessageKind.options.filter((kind) => kind.startsWith('case-')).sort())
})
