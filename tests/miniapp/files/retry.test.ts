import { isWorthTrying, pauseBefore } from '../../../miniapp/src/features/files/retry'

test('a broken line is tried again six times within 70 seconds, later each time, then by the person', () => {
  const tries = [1, 2, 3, 4, 5, 6, 7].filter(isWorthTrying)
  expect(tries).toEqual([1, 2, 3, 4, 5, 6])
  const pauses = tries.map(pauseBefore)
  expect(pauses).toEqual([...pauses].sort((one, other) => one - other))
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(70_000)
})
