import { countedDays } from '../../../miniapp/src/features/oversight/counted-days'
import { deadlineWords, groupOf, groupsOf } from '../../../miniapp/src/features/oversight/deadline-groups'
import type { FollowUp } from '@one-window/shared/follow-ups/follow-up'
import { nextStep } from '@one-window/shared/follow-ups/next-step'

const followUp = (followUpId: string, contactDay: string | undefined, anonymous = false): FollowUp => ({
  followUpId,
  status: 'triage',
  openedAt: '2026-11-23T02:00:00.000Z',
  contactBy: contactDay ? { day: contactDay } : { pendingYear: 2027 },
  finishBy: { day: '2026-11-30' },
  hallId: 'yonghe',
  level: 'dissatisfied',
  tags: ['213'],
  serviceId: 'dibao-shenqing',
  serviceName: '申请低保',
  contact: 1,
  channel: 'mini-program',
  revision: 0,
  anonymous,
})
const TODAY = '2026-11-25' // a Wednesday

describe('the inbox', () => {
  it.each([
    ['2026-11-24', 'over'],
    ['2026-11-25', 'today'],
    ['2026-11-26', 'tomorrow'],
    ['2026-11-29', 'week'],
    ['2026-11-30', 'later'],
    [undefined, 'pending'],
  ])('%s is %s', (due, group) => {
    expect(groupOf(due, TODAY)).toBe(group)
  })

  it('on a Sunday the week is over with the day itself', () => {
    expect(groupOf('2026-12-01', '2026-11-29')).toBe('later')
  })

  it('puts what expires first on top and loses nothing', () => {
    const all = [
      followUp('later', '2026-12-03'),
      followUp('pending', undefined),
      followUp('over-late', '2026-11-24'),
      followUp('over-early', '2026-11-20'),
      followUp('today', '2026-11-25'),
    ]
    const groups = groupsOf(all, TODAY)
    expect(groups.map(({ name }) => name)).toEqual(['over', 'today', 'later', 'pending'])
    expect(groups.flatMap(({ followUps }) => followUps).map(({ followUpId }) => followUpId)).toEqual([
      'over-early',
      'over-late',
      'today',
      'later',
      'pending',
    ])
  })

  it('who asked not to be named cannot be called: verifying is next, by the last deadline', () => {
    expect(nextStep(followUp('named', '2026-11-24'))).toMatchObject({
      number: 1,
      deadline: { day: '2026-11-24' },
    })
    expect(nextStep(followUp('nameless', '2026-11-24', true))).toMatchObject({
      number: 2,
      deadline: { day: '2026-11-30' },
    })
  })

  it.each([
    [{ day: '2026-11-24' }, '超期1天', 'bad'],
    [{ day: '2026-11-25' }, '今天到期', 'due'],
    [{ day: '2026-11-26' }, '明天到期', 'warn'],
    [{ day: '2026-11-30' }, '11月30日(周一)', ''],
    [{ pendingYear: 2027 }, '到期日待定', ''],
  ])('%j reads %s', (deadline, say, kind) => {
    expect(deadlineWords(deadline, TODAY)).toMatchObject({ say, kind })
  })
})

describe('the arithmetic of a deadline', () => {
  it('counts from the next day, skips weekends and holidays, counts make-up days', () => {
    expect(countedDays('2026-09-18', '2026-09-28').map(({ day, says }) => `${day.slice(8)} ${says}`)).toEqual(
      [
        '18 当天不算',
        '19 周末',
        '20 第1天，调休',
        '21 第2天',
        '22 第3天',
        '23 第4天',
        '24 第5天',
        '25 放假',
        '26 放假',
        '27 放假',
        '28 第6天',
      ],
    )
  })
})
