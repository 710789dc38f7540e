import type { InboxRow } from '@one-window/shared/cases/case'
import { aboutWords, inboxGroups } from '../../../miniapp/src/features/approvals/inbox-groups'

const TODAY = '2026-11-24' // a Tuesday
const row = (caseId: string, more: Partial<InboxRow> = {}): InboxRow => ({
  caseId,
  caseNumber: caseId,
  status: 'in-review',
  hallId: 'yonghe',
  serviceId: 's',
  serviceName: '申请低保',
  applicantName: '李*英',
  receivedAt: '2026-11-23T01:00:00.000Z',
  promisedDays: 5,
  handOver: 'window',
  row: 'step',
  about: '审批',
  since: '2026-11-23T02:00:00.000Z',
  urged: 0,
  ...more,
})

test('who stands at the window comes first, then what is due first, and nothing is lost', () => {
  const rows = [
    row('later', { promisedDay: '2026-12-03' }),
    row('pending'),
    row('today', { promisedDay: TODAY }),
    row('waiting', { promisedDays: 0, promisedDay: TODAY }),
    row('over', { promisedDay: '2026-11-23' }),
    row('week', { promisedDay: '2026-11-27' }),
    row('tomorrow', { promisedDay: '2026-11-25' }),
  ]
  expect(
    inboxGroups(rows, TODAY).map(({ name, rows: found }) => [name, found.map(({ caseId }) => caseId)]),
  ).toEqual([
    ['waiting', ['waiting']],
    ['over', ['over']],
    ['today', ['today']],
    ['tomorrow', ['tomorrow']],
    ['week', ['week']],
    ['later', ['later']],
    ['pending', ['pending']],
  ])
})

test.each<[Partial<InboxRow>, string]>([
  [{ row: 'step', about: '现场审核' }, '现场审核'],
  [{ row: 'ask', about: 'pause' }, '申请暂停'],
  [{ row: 'ask', about: 'extension' }, '申请延长'],
  [{ row: 'meeting', about: 'meeting' }, '联席会意见'],
])('%j is about %s', (more, words) => {
  expect(aboutWords(row('a', more))).toBe(words)
})
