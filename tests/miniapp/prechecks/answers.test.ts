import type { PrecheckLine } from '@one-window/shared/prechecks/precheck'
import { answersOf, nextAfter, saidOf } from '../../../miniapp/src/features/prechecks/answers'

const line = (materialId: string, count: number, ok?: boolean): PrecheckLine => ({
  materialId,
  name: materialId,
  note: '',
  necessity: 'required',
  isForm: false,
  files: Array.from({ length: count }, () => ({}) as PrecheckLine['files'][number]),
  ...(ok !== undefined && { ok }),
})
const lines = [line('m1', 1), line('m2', 0), line('m3', 2, true), line('m4', 1, false)]

test('what was right before stays right, what was wrong is looked at again', () => {
  expect(answersOf(lines, {})).toEqual({ m1: undefined, m3: { ok: true }, m4: undefined })
  expect(answersOf(lines, { m3: { ok: false, reason: '过期了' } }).m3).toEqual({
    ok: false,
    reason: '过期了',
  })
})

test.each([
  ['m4', {}, 'm1'],
  ['m1', { m1: { ok: true } }, 'm3'],
  ['m1', { m1: { ok: true }, m3: { ok: true } }, 'm4'],
  ['m4', { m1: { ok: true }, m3: { ok: true }, m4: { ok: false } }, 'm4'],
  ['m4', { m1: { ok: true }, m3: { ok: true }, m4: { ok: true } }, 'm4'],
])('after %s with %j comes %s', (from, answers, next) => {
  expect(nextAfter(lines, answers, from)).toBe(next)
})

test('nothing is sent while one is missing or a no has no reason', () => {
  const all = { m1: { ok: true }, m3: { ok: true }, m4: { ok: false, reason: ' 缺页 ' } }
  expect(saidOf(lines, { ...all, m1: undefined })).toBeUndefined()
  expect(saidOf(lines, { ...all, m4: { ok: false, reason: '  ' } })).toBeUndefined()
  expect(saidOf(lines, all)).toEqual([
    { materialId: 'm1', ok: true },
    { materialId: 'm3', ok: true },
    { materialId: 'm4', ok: false, reason: '缺页' },
  ])
  expect(saidOf([line('m2', 0)], {})).toBeUndefined()
})
