/** Posts with days, what excludes what, and words for machines: tables. */
import { reachOf, overlap, Post, type Post as PostType } from '@one-window/shared/staff/post'
import { conflictOf, excluded, mayActAfter } from '@one-window/shared/staff/separation'
import { machineWords } from '@one-window/shared/staff/machine'

const post = (more: Partial<PostType> = {}): PostType => ({
  role: 'window-staff',
  hallId: 'yonghe',
  from: '2026-11-01',
  ...more,
})

test.each<[string, PostType[], string, ReturnType<typeof reachOf>]>([
  ['the day before it begins', [post()], '2026-10-31', undefined],
  ['its first day', [post()], '2026-11-01', { hallIds: ['yonghe'], stationIds: [], offices: [] }],
  [
    'its last day',
    [post({ until: '2026-11-24' })],
    '2026-11-24',
    { hallIds: ['yonghe'], stationIds: [], offices: [] },
  ],
  ['the day after', [post({ until: '2026-11-24' })], '2026-11-25', undefined],
  [
    'two halls',
    [post(), post({ hallId: 'kaiyun' }), post()],
    '2026-11-24',
    { hallIds: ['yonghe', 'kaiyun'], stationIds: [], offices: [] },
  ],
  [
    'a station only',
    [post({ stationId: 'v1' })],
    '2026-11-24',
    { hallIds: [], stationIds: ['v1'], offices: [] },
  ],
  [
    'a window staff member has no office',
    [post({ role: 'approver', officeId: 'social-affairs' })],
    '2026-11-24',
    undefined,
  ],
  ['another role', [post({ role: 'director' })], '2026-11-24', undefined],
])('a post reaches, on %s', (_, posts, today, reached) => {
  expect(reachOf(posts, 'window-staff', today)).toEqual(reached)
})

test('an approver decides for an office of a hall, a leader is in charge of some or of all', () => {
  const posts = [
    post({ role: 'approver', officeId: 'social-affairs' }),
    post({ role: 'approver', hallId: 'kaiyun', officeId: 'veterans-station' }),
    post({ role: 'leader' }),
  ]
  expect(reachOf(posts, 'approver', '2026-11-24')?.offices).toEqual([
    'yonghe/social-affairs',
    'kaiyun/veterans-station',
  ])
  expect(reachOf(posts, 'leader', '2026-11-24')?.offices).toEqual([])
  expect(Post.safeParse(post({ role: 'approver' })).success).toBe(false)
})

test.each<[string, Partial<PostType>, Partial<PostType>, boolean]>([
  ['both open', {}, {}, true],
  ['one ends as the other begins', { until: '2026-11-24' }, { from: '2026-11-24' }, true],
  ['one ends before', { until: '2026-11-23' }, { from: '2026-11-24' }, false],
  ['one within the other', { until: '2026-12-31' }, { from: '2026-11-24', until: '2026-11-25' }, true],
])('posts overlap: %s', (_, one, other, does) => {
  expect(overlap(post(one), post(other))).toBe(does)
  expect(overlap(post(other), post(one))).toBe(does)
})

test.each(excluded)('%s and %s are not one person, unless on different days', (one, other) => {
  expect(conflictOf([post({ role: one }), post({ role: other })])).toEqual([one, other])
  expect(
    conflictOf([post({ role: one, until: '2026-11-23' }), post({ role: other, from: '2026-11-24' })]),
  ).toBe(undefined)
  expect(conflictOf([post({ role: one })])).toBe(undefined)
})

test('the three administrations are three persons; approver and leader may be one', () => {
  for (const role of ['window-staff', 'director', 'approver', 'leader', 'supervisor', 'inspector'] as const)
    expect(conflictOf([post({ role: 'admin' }), post({ role })])).toBeDefined()
  expect(conflictOf([post({ role: 'approver' }), post({ role: 'leader' })])).toBe(undefined)
})

test.each<[string, Parameters<typeof mayActAfter>, boolean]>([
  ['who accepted does not approve', [[{ act: 'accept', by: 'a' }], 'approve', 'a'], false],
  ['somebody else does', [[{ act: 'accept', by: 'a' }], 'approve', 'b'], true],
  ['who served does not follow up', [[{ act: 'serve', by: 'a' }], 'follow-up', 'a'], false],
  ['who asked does not confirm', [[{ act: 'ask-for-posts', by: 'a' }], 'confirm-posts', 'a'], false],
  [
    'what was done does not forbid what comes before it',
    [[{ act: 'approve', by: 'a' }], 'accept', 'a'],
    true,
  ],
])('%s', (_, asked, may) => {
  expect(mayActAfter(...asked)).toBe(may)
})

test.each([
  [{ until: '2026-10-31' }, '最后一天不能早于第一天'],
  [{ deputyFor: 's_x' }, '代理要写到哪一天为止'],
])('a post %j says what is wrong with it', (more, words) => {
  expect(Post.safeParse(post(more)).error?.issues[0]?.message).toBe(words)
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit Chrome/140.0 Safari/537.36 Edg/140.0',
    'Windows 电脑上的 Edge',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64) Gecko Firefox/140.0', 'Linux 电脑上的 Firefox'],
  ['Mozilla/5.0 (iPhone) AppleWebKit MicroMessenger/8.0 Safari', '苹果手机或平板上的 微信'],
  ['', '一台电脑'],
  ['<script>', '一台电脑'],
])('%s is %s', (agent, words) => {
  expect(machineWords(agent)).toBe(words)
})
