import type { CaseEvent } from '@one-window/shared/cases/case'
import { caseClock, dueIfGranted, weeksOf } from '../../../miniapp/src/features/cases/clock'

const CLOSES = '17:30'
const at = (day: string, clock = '09:00') => new Date(`${day}T${clock}:00+08:00`).toISOString()
const event = (action: CaseEvent['action'], when: string, facts?: CaseEvent['facts']): CaseEvent => ({
  action,
  at: when,
  by: '窗口人员',
  ...(facts && { facts }),
})
/** The case of the mock-up: accepted on 2026-11-02, three days of a pause from the 10th on. */
const paused = [
  event('accept', at('2026-11-02', '09:12')),
  event('pause', at('2026-11-10', '16:40'), { workingDays: 3, kind: 'argument' }),
  event('resume', at('2026-11-13', '16:05')),
]
const told = (more: object = {}) => ({
  acceptedAt: at('2026-11-02', '09:12'),
  events: paused,
  promisedDays: 20,
  statutoryDays: 20,
  promisedDay: '2026-12-03',
  status: 'in-review' as const,
  ...more,
})

describe('the clock of a case', () => {
  const clock = caseClock(told(), CLOSES, '2026-11-24')!

  it('adds up as it does on paper: sixteen working days less three that it stood', () => {
    expect([clock.used, clock.paused, clock.limit, clock.last]).toEqual([
      13,
      ['2026-11-10', '2026-11-11', '2026-11-12'],
      20,
      '2026-12-03',
    ])
  })

  it('says from which day on it presses, and which day is too late for promise and law', () => {
    expect(clock.level).toBe('on-time')
    expect(clock.ahead).toEqual({ warning: '2026-12-02', red: '2026-12-04' })
  })

  it('an extension moves promise and law', () => {
    const events = [...paused, event('extend', at('2026-11-20'), { workingDays: 5 })]
    const longer = caseClock(told({ events, promisedDay: '2026-12-10' }), CLOSES, '2026-11-24')!
    expect([longer.limit, longer.ahead]).toEqual([25, { warning: '2026-12-09', red: '2026-12-11' }])
  })

  it('yellow comes before red where the law gives more time', () => {
    const { ahead } = caseClock(told({ statutoryDays: 22 }), CLOSES, '2026-11-24')!
    expect(ahead).toEqual({ warning: '2026-12-02', yellow: '2026-12-04', red: '2026-12-08' })
  })

  it('stops with the decision', () => {
    const events = [...paused, event('approve', at('2026-11-20'))]
    const over = caseClock(told({ events, status: 'concluded' }), CLOSES, '2026-11-24')!
    expect([over.runs, over.until, over.used, over.ahead]).toEqual([false, '2026-11-20', 11, {}])
  })

  it('there is none before acceptance, nor for what is done while the person waits', () => {
    expect(caseClock(told({ acceptedAt: undefined }), CLOSES, '2026-11-24')).toBeUndefined()
    expect(caseClock(told({ promisedDays: 0 }), CLOSES, '2026-11-24')).toBeUndefined()
  })

  it('shows weeks from Monday to Sunday, each day with its count or why it has none', () => {
    const weeks = weeksOf(clock)
    expect(weeks).toHaveLength(5)
    expect(weeks[0]!.map(({ kind, number }) => number ?? kind)).toEqual([
      'accepted',
      1,
      2,
      3,
      4,
      'off',
      'off',
    ])
    expect(weeks[1]!.map(({ kind, number }) => number ?? kind)).toEqual([
      5,
      'paused',
      'paused',
      'paused',
      6,
      'off',
      'off',
    ])
    expect(weeks[4]!.map(({ kind, number }) => number ?? kind)).toEqual([
      17,
      18,
      19,
      20,
      'outside',
      'outside',
      'outside',
    ])
  })
})

describe('what granting would do to the promised day', () => {
  const ask = { workingDays: 3, reason: '要论证', by: '社会事务办公室', at: at('2026-11-03') }
  const open = { acceptedAt: at('2026-11-02'), events: [event('accept', at('2026-11-02'))], promisedDays: 5 }
  const now = new Date(at('2026-11-04', '10:00'))
  it.each([
    ['pause', '2026-11-12'],
    ['extension', '2026-11-12'],
  ] as const)('%s', (of, day) => {
    expect(dueIfGranted({ ...open, ask: { of, ...ask } }, CLOSES, now)).toEqual({ day })
  })
  it('waits for a year that is not announced', () => {
    const long = { ...open, promisedDays: 41, ask: { of: 'extension' as const, ...ask } }
    expect(dueIfGranted(long, CLOSES, now)).toEqual({ pendingYear: 2027 })
  })
  it('nothing asked, nothing to add', () => {
    expect(dueIfGranted({ ...open, ask: undefined }, CLOSES, now)).toBeUndefined()
  })
})
