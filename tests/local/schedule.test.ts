import { isDue } from '../../functions/local/schedule'

test.each([
  ['rate(5 minutes)', '2026-11-24T09:05:00+08:00', true],
  ['rate(5 minutes)', '2026-11-24T09:06:00+08:00', false],
  ['rate(1 hour)', '2026-11-24T09:00:00+08:00', true],
  ['rate(1 hour)', '2026-11-24T09:30:00+08:00', false],
  ['cron(0/10 * * * ? *)', '2026-11-24T09:20:00+08:00', true],
  ['cron(0/10 * * * ? *)', '2026-11-24T09:25:00+08:00', false],
  ['cron(30 7 * * ? *)', '2026-11-24T07:30:00+08:00', true],
  ['cron(30 7 * * ? *)', '2026-11-24T07:30:00Z', false],
  ['cron(5/15 8-18 ? * MON-FRI *)', '2026-11-24T08:20:00+08:00', true],
  ['cron(5/15 8-18 ? * MON-FRI *)', '2026-11-28T08:20:00+08:00', false],
  ['cron(5/15 8-18 ? * MON-FRI *)', '2026-11-24T19:05:00+08:00', false],
  ['cron(0 1 1 1,7 ? 2027)', '2027-07-01T01:00:00+08:00', true],
  ['cron(0 1 1 1,7 ? 2027)', '2026-07-01T01:00:00+08:00', false],
])('%s at %s: %s', (schedule, at, due) => {
  expect(isDue(schedule, new Date(at))).toBe(due)
})

test.each(['every day', 'cron(0 1 * *)', 'cron(0 1 * * FOO *)'])('%s is refused', (schedule) => {
  expect(() => isDue(schedule, new Date('2026-11-24T01:00:00+08:00'))).toThrow(/unknown/)
})
