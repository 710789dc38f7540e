import { casesTouched, daySheet, dayWordsOf } from '../../../miniapp/src/features/desk/day-cases'

type Told = Parameters<typeof daySheet>[0][number]
const told = (caseId: string, ...events: [action: string, at: string][]): Told =>
  ({ caseId, events: events.map(([action, at]) => ({ action, at, by: '窗口' })) }) as Told

const DAY = '2026-11-24'
// China's day begins at 16:00 UTC of the day before
const today = told('today', ['receive', '2026-11-23T16:00:00Z'], ['accept', '2026-11-24T01:05:00Z'])
const both = told('both', ['receive', '2026-11-24T02:00:00Z'], ['issue', '2026-11-24T02:30:00Z'])
const handedOut = told('handed', ['receive', '2026-11-23T02:00:00Z'], ['issue', '2026-11-24T15:59:59Z'])
const moved = told('moved', ['receive', '2026-11-20T02:00:00Z'], ['conclude', '2026-11-24T03:00:00Z'])
const looked = told('looked', ['receive', '2026-11-20T02:00:00Z'], ['accept', '2026-11-24T16:00:00Z'])

test('the cases of a day stand where they belong; one that was only looked at stands nowhere', () => {
  const { received, issued, moved: further } = daySheet([today, both, handedOut, moved, looked], DAY)
  expect(received).toEqual([today, both])
  expect(issued).toEqual([both, handedOut])
  expect(further).toEqual([moved])
})

test('what became of a case that day is said with its times, and nothing of other days', () => {
  expect(dayWordsOf(today, DAY)).toBe('0:00收件，9:05受理')
  expect(dayWordsOf(handedOut, DAY)).toBe('23:59出件')
})

test('each case of the record once, and nothing that is no case', () => {
  const objects = ['case:a', 'booking:b', 'case:c', 'case:a', 'person:case:x']
  expect(casesTouched(objects.map((object) => ({ object })))).toEqual(['a', 'c'])
})
