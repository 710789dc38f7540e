import { assembleCatalogue } from '../../../functions/catalogue/build-catalogue'
import { codesOf, problemsOfGuide } from '@one-window/shared/catalogue/check-guide'
import {
  beginsOn,
  inForceOn,
  versionWords,
  type GuideState,
} from '@one-window/shared/catalogue/guide-version'
import type { Service } from '@one-window/shared/catalogue/service'

const { services } = assembleCatalogue()
const service = (id: string): Service => services.find(({ serviceId }) => serviceId === id)!
const promised = service('gaoling-jintie')
const immediate = service('yibao-canbao')

test.each<[string, Service, Partial<Service>, string[]]>([
  ['equal to the province', promised, { provincePromisedDays: 22 }, []],
  ['better than the province', promised, { provincePromisedDays: 25, provinceHandlingType: 'promised' }, []],
  ['worse than the province', promised, { provincePromisedDays: 21 }, ['/promisedDays']],
  [
    'a province that is slower than the law',
    promised,
    { provincePromisedDays: 31 },
    ['/provincePromisedDays'],
  ],
  [
    'promised where the province does it at once',
    promised,
    { provinceHandlingType: 'immediate' },
    ['/handlingType'],
  ],
  ['at once where the province promises', immediate, { provinceHandlingType: 'promised' }, []],
  ['longer than the law', promised, { promisedDays: 31 }, ['/promisedDays']],
  ['a limit of the law that is unknown', promised, { statutoryDays: null, promisedDays: 99 }, []],
  ['three steps', immediate, { steps: [immediate.steps[0]!, ...immediate.steps] }, ['/steps']],
  ['not the director', immediate, { approver: '分管领导' }, ['/approver']],
  ['the director', immediate, { approver: '政务中心主任' }, []],
  ['a code in small letters', promised, { code: '11430423mb1234567' }, ['/code']],
  ['a code that is too short', promised, { code: '123' }, ['/code']],
])('%s', (_, one, change, pointers) => {
  expect(problemsOfGuide({ ...one, ...change }).map(({ pointer }) => pointer)).toEqual(pointers)
})

test.each([
  ['000131128000', false],
  ['00013112800001', true],
  ['11310000MB2F30661Y231200356400001', false],
  ['511Z07001006-511602000000-000', true],
])('the length of %s is worth a look: %s', (code, isWarning) => {
  const found = problemsOfGuide({ ...promised, code })
  expect(found.map((one) => [one.pointer, one.isWarning])).toEqual(isWarning ? [['/code', true]] : [])
})

test.each<[string, Partial<Service>, Partial<Service>, boolean]>([
  ['no codes', {}, {}, false],
  ['one code', { code: 'A000000001' }, { code: 'A000000001' }, true],
  [
    'one code, two 业务办理项',
    { code: 'A000000001', businessItem: '设立' },
    { code: 'A000000001', businessItem: '变更' },
    false,
  ],
  [
    'one code, one of them without',
    { code: 'A000000001', businessItem: '设立' },
    { code: 'A000000001' },
    true,
  ],
  ['one 业务办理项编码', { businessCode: 'A000000001' }, { businessCode: 'A000000001' }, true],
])('%s: the same %s', (_, one, other, isTaken) => {
  const pair = [
    { ...promised, ...one },
    { ...immediate, code: null, ...other },
  ]
  expect(codesOf(pair)(pair[0]!) !== undefined).toBe(isTaken)
})

const version = (number: number, effectiveFrom: string) => ({ version: number, effectiveFrom })
test.each([
  ['none yet', [version(2, '2026-12-01')], '2026-11-30', undefined],
  ['on its day', [version(2, '2026-12-01')], '2026-12-01', 2],
  ['the later one', [version(2, '2026-11-01'), version(3, '2026-11-20')], '2026-11-24', 3],
  ['the later one waits', [version(2, '2026-11-01'), version(3, '2026-12-20')], '2026-11-24', 2],
  [
    'one approved later replaces one planned before',
    [version(2, '2026-12-10'), version(3, '2026-12-01')],
    '2026-12-10',
    3,
  ],
])('in force: %s', (_, approved, day, number) => {
  expect(inForceOn(approved, day)?.version).toBe(number)
})

test('nothing begins in the past', () => {
  expect(beginsOn('2026-11-20', '2026-11-24')).toBe('2026-11-24')
  expect(beginsOn('2026-11-28', '2026-11-24')).toBe('2026-11-28')
})

test.each<[GuideState, number, string, string]>([
  ['draft', 3, '2026-11-28', '草稿'],
  ['awaiting-approval', 3, '2026-11-28', '待批准'],
  ['withdrawn', 3, '2026-11-20', '作废'],
  ['approved', 2, '2026-11-20', '生效'],
  ['approved', 3, '2026-11-28', '等生效'],
  ['approved', 1, '2026-11-01', '停用'],
])('%s version %i of %s is %s', (state, number, effectiveFrom, words) => {
  expect(versionWords({ state, version: number, effectiveFrom }, 2, '2026-11-24')).toBe(words)
})
