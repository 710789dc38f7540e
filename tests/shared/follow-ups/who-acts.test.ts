import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { rungsDue } from '@one-window/shared/follow-ups/escalation'
import { holdersOf, mayDecideAppeal, mayHandle, type Member } from '@one-window/shared/follow-ups/who-acts'

const hallId = 'yonghe'
const TODAY = '2026-11-24'
const holds = (personId: string, role: Member['posts'][number]['role'], more: object = {}): Member => ({
  personId,
  posts: [{ role, hallId, from: '2026-01-01', ...more }],
})

describe('who is told of what is late', () => {
  const away = { until: '2026-11-30', deputyFor: 'chief' }
  test.each<[string, Member[], string[]]>([
    ['the holder', [holds('chief', 'director')], ['chief']],
    [
      'the deputy in their place',
      [holds('chief', 'director'), holds('deputy', 'director', away)],
      ['deputy'],
    ],
    [
      'the holder again once the deputy is done',
      [holds('chief', 'director'), holds('deputy', 'director', { ...away, until: '2026-11-23' })],
      ['chief'],
    ],
    ['nobody of another role', [holds('chief', 'leader')], []],
    ['nobody of another hall', [holds('chief', 'director', { hallId: 'kaiyun' })], []],
    ['nobody of a village station', [holds('chief', 'director', { stationId: 's1' })], []],
    ['nobody whose post is over', [holds('chief', 'director', { until: '2026-11-23' })], []],
  ])('%s', (_, members, told) => {
    expect(holdersOf(members, 'director', hallId, TODAY)).toEqual(told)
  })

  const everybody = { supervisor: ['s'], director: ['d'], leader: ['l'], inspector: ['i'] }
  test.each<[string, string | undefined, string, string[], Partial<typeof everybody>, string[]]>([
    ['before the day', '2026-11-24', '2026-11-23', [], everybody, []],
    ['on the day', '2026-11-24', '2026-11-24', [], everybody, ['supervisor']],
    ['a day over', '2026-11-24', '2026-11-25', ['supervisor'], everybody, ['director']],
    ['found late, every rung at once', '2026-11-24', '2026-11-27', [], everybody, Object.keys(everybody)],
    ['a weekend is no working day', '2026-11-27', '2026-11-29', ['supervisor'], everybody, []],
    ['each rung once', '2026-11-24', '2026-11-27', Object.keys(everybody), everybody, []],
    [
      'nobody there hands on to the next',
      '2026-11-24',
      '2026-11-25',
      ['supervisor'],
      { ...everybody, director: [] },
      ['leader'],
    ],
    ['a deadline not known yet', undefined, '2026-11-27', [], everybody, []],
    ['a year not announced', '2026-12-31', '2027-01-06', [], everybody, []],
  ])('%s', (_, due, today, done, holders, expected) => {
    const rungs = rungsDue(publishedCalendar, {
      due,
      today,
      done: new Set(done) as never,
      holders: (level) => holders[level] ?? [],
    })
    expect(rungs.map(({ level }) => level)).toEqual(expected)
  })
})

test('nobody judges their own work, and who handled it decides no appeal', () => {
  expect(mayHandle({ servedBy: 'me' }, 'me')).toBe(false)
  expect(mayHandle({ servedBy: 'other' }, 'me')).toBe(true)
  expect(mayHandle({}, 'me')).toBe(true)
  expect(mayDecideAppeal({ handledBy: ['me'] }, 'me')).toBe(false)
  expect(mayDecideAppeal({ handledBy: ['other'] }, 'me')).toBe(true)
})
