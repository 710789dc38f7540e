import { deputyPosts, withoutDeputy } from '@one-window/shared/staff/deputy'
import type { Post } from '@one-window/shared/staff/post'

const post = (more: Partial<Post> = {}): Post => ({
  role: 'approver',
  hallId: 'yonghe',
  officeId: 'social-affairs',
  from: '2026-01-01',
  ...more,
})
const away = { personId: 's_1', role: 'approver' as const, from: '2026-11-24', until: '2026-11-30' }

test.each<[string, Post[], [from: string, until: string | undefined][]]>([
  ['an open post, for the days away', [post()], [['2026-11-24', '2026-11-30']]],
  ['a post that ends meanwhile, until then', [post({ until: '2026-11-26' })], [['2026-11-24', '2026-11-26']]],
  [
    'a post that begins meanwhile, from then on',
    [post({ from: '2026-11-28' })],
    [['2026-11-28', '2026-11-30']],
  ],
  ['a post that is over, not at all', [post({ until: '2026-11-23' })], []],
  [
    'two offices, both',
    [post(), post({ officeId: 'veterans-station' })],
    [
      ['2026-11-24', '2026-11-30'],
      ['2026-11-24', '2026-11-30'],
    ],
  ],
  ['another role, not', [post({ role: 'leader' })], []],
  ['what is held for somebody else, not handed on', [post({ deputyFor: 's_2', until: '2026-12-31' })], []],
])('a deputy gets %s', (_, posts, days) => {
  const copies = deputyPosts({ ...away, posts })
  expect(copies.map(({ from, until }) => [from, until])).toEqual(days)
  expect(copies.every(({ deputyFor, role }) => deputyFor === 's_1' && role === 'approver')).toBe(true)
})

test('what is held for one person in one role is taken back, everything else stays', () => {
  const own = post({ officeId: 'veterans-station' })
  const held = post({ deputyFor: 's_1', until: '2026-11-30' })
  const other = post({ deputyFor: 's_2', until: '2026-11-30' })
  const asLeader = post({ role: 'leader', deputyFor: 's_1', until: '2026-11-30' })
  expect(withoutDeputy([own, held, other, asLeader], 's_1', 'approver')).toEqual([own, other, asLeader])
})
