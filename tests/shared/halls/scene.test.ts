import { halls } from '@one-window/shared/halls/halls'
import { readScene, sceneText, type Scene } from '@one-window/shared/halls/scene'

const every: Scene[] = halls.flatMap(({ hallId, windows }) => [
  { for: 'hall' as const, hallId },
  ...Array.from({ length: windows }, (_, n) => ({ for: 'window' as const, hallId, window: n + 1 })),
])
const rating: Scene = { for: 'rating', code: 'aB3_-aB3_-aB3_-aB3_-aB' }

test('every hall, every window and a rating fit into 32 characters that WeChat allows, and are read back', () => {
  for (const scene of [...every, rating]) {
    const text = sceneText(scene)
    expect(text).toMatch(/^[\w.-]{1,32}$/)
    expect(readScene(text)).toEqual(scene)
    expect(readScene(encodeURIComponent(text))).toEqual(scene)
  }
  expect(new Set(every.map(sceneText)).size).toBe(every.length)
})

test.each([
  '',
  'h.',
  'h.永和',
  'w.yonghe',
  'w.yonghe.0',
  'w.yonghe.100',
  'r.short',
  'x.yonghe',
  '%E0%A4%A',
  'h.a b',
])('%j opens nothing', (text) => {
  expect(readScene(text)).toBeUndefined()
})

test('what does not fit is not made', () => {
  expect(() => sceneText({ for: 'hall', hallId: 'x'.repeat(31) })).toThrow()
  expect(() => sceneText({ for: 'rating', code: 'guess' })).toThrow()
})
