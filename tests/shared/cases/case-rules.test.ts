import { caseNumber, hallPrefix } from '@one-window/shared/cases/case-number'
import { contactAfter, contactToRate, contactWords } from '@one-window/shared/cases/contacts'
import { promisedDay } from '@one-window/shared/cases/deadline'
import { caseLifecycle } from '@one-window/shared/cases/lifecycle'
import { matchMaterials, missingRequired } from '@one-window/shared/cases/materials'
import { applicantSeenBy } from '@one-window/shared/cases/seen-by'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import { Role } from '@one-window/shared/foundation/roles'
import { halls } from '@one-window/shared/halls/halls'
import type { Material } from '@one-window/shared/catalogue/service'

const line = (materialId: string, name: string, necessity: Material['necessity']): Material => ({
  materialId,
  name,
  necessity,
  form: 'original',
  copies: 1,
  source: 'applicant',
})
const guide = {
  materials: [
    line('m1', '身份证', 'required'),
    line('m2', '户口簿', 'required'),
    line('m3', '委托书', 'conditional'),
  ],
}
const states = (said: Parameters<typeof matchMaterials>[1]) =>
  matchMaterials(guide, said).materials.map(({ state }) => state)

describe('materials against the guide', () => {
  test.each([
    ['nothing said', [], ['not-recorded', 'not-recorded', 'not-recorded']],
    ['names', ['身份证', ' 户口簿 '], ['received', 'received', 'not-recorded']],
    ['ids', ['m1', 'm3'], ['received', 'not-recorded', 'received']],
    [
      'received or not',
      [
        { name: '身份证', received: true },
        { materialId: 'm2', received: false },
      ],
      ['received', 'missing', 'not-recorded'],
    ],
    [
      'states',
      [
        { materialId: 'm1', state: 'missing' as const },
        { name: '委托书', state: 'not-needed' as const },
      ],
      ['missing', 'not-recorded', 'not-needed'],
    ],
    ['named only', [{ name: '委托书' }], ['not-recorded', 'not-recorded', 'received']],
    [
      'the state speaks before the tick',
      [{ materialId: 'm1', state: 'missing' as const, received: true }],
      ['missing', 'not-recorded', 'not-recorded'],
    ],
  ])('%s', (_, said, expected) => {
    expect(states(said)).toEqual(expected)
    expect(matchMaterials(guide, said).errors).toEqual([])
  })

  test.each([
    ['unknown name', ['身份证', '房产证'], '/materials/1'],
    ['unknown id', [{ materialId: 'm9' }], '/materials/0'],
    ['nothing named', [{ received: true }], '/materials/0'],
    ['said twice', ['m1', '身份证'], '/materials/1'],
    ['required but not needed', ['m2', { materialId: 'm1', state: 'not-needed' as const }], '/materials/1'],
  ])('refuses %s', (_, said, pointer) => {
    expect(matchMaterials(guide, said).errors.map((error) => error.pointer)).toEqual([pointer])
  })

  test('only a required material marked missing holds up acceptance', () => {
    const { materials } = matchMaterials(guide, [
      { materialId: 'm1', received: false },
      { materialId: 'm3', received: false },
    ])
    expect(missingRequired(materials).map(({ name }) => name)).toEqual(['身份证'])
    expect(missingRequired(matchMaterials(guide, ['m1']).materials)).toEqual([])
  })
})

describe('case numbers', () => {
  test('every hall has initials of its own', () => {
    expect(Object.fromEntries(halls.map(({ hallId }) => [hallId, hallPrefix(hallId)]))).toEqual({
      kaiyun: 'KY',
      baiguo: 'BG',
      donghu: 'DH',
      xuanzhou: 'XZ',
      changjiang: 'CJ',
      xinqiao: 'XQ',
      dianmen: 'DM',
      yonghe: 'YH',
      futianpu: 'FT',
      lingpo: 'LP',
      guantang: 'GT',
      jiangdong: 'JD',
    })
  })

  test('initials, day, serial, check digit', () => {
    expect(caseNumber('yonghe', '2026-11-24', 1)).toMatch(/^YH202611240001\d$/)
    expect(caseNumber('yonghe', '2026-11-24', 10_000)).toMatch(/^YH2026112410000\d$/)
  })

  test('a wrong digit never has the same check digit', () => {
    const right = caseNumber('yonghe', '2026-11-24', 236)
    for (let serial = 0; serial < 10_000; serial++) {
      const different = [...String(serial).padStart(4, '0')].filter((digit, n) => digit !== '0236'[n])
      if (different.length === 1)
        expect(caseNumber('yonghe', '2026-11-24', serial).slice(-1)).not.toBe(right.slice(-1))
    }
  })
})

// checked on the 2026 calendar: 9/25–9/27 and 10/1–10/7 off, 9/20 and 10/10 worked
describe('promised day', () => {
  test.each([
    ['2026-11-24', 0, { day: '2026-11-24' }],
    ['2026-11-24', 1, { day: '2026-11-25' }],
    ['2026-11-27', 1, { day: '2026-11-30' }],
    ['2026-09-24', 1, { day: '2026-09-28' }],
    ['2026-09-30', 3, { day: '2026-10-10' }],
    ['2026-10-19', 30, { day: '2026-11-30' }],
    ['2026-11-28', 1, { day: '2026-11-30' }],
    ['2026-11-24', 27, { day: '2026-12-31' }],
    ['2026-11-24', 28, { pendingYear: 2027 }],
    ['2024-12-30', 3, { pendingYear: 2024 }],
  ])('accepted %s, %i working days', (accepted, count, due) => {
    expect(promisedDay(publishedCalendar, accepted, count)).toEqual(due)
  })
})

test.each([
  ['received', ['accept', 'decline']],
  ['accepted', ['conclude']],
  ['declined', []],
  ['concluded', ['issue']],
  ['issued', []],
] as const)('after %s may follow %j', (status, actions) => {
  expect(actionsFrom(caseLifecycle, status)).toEqual(actions)
})

describe('service contacts', () => {
  const now = new Date('2026-11-24T17:30:00+08:00')
  test.each([
    ['accept', 1],
    ['decline', 1],
    ['conclude', undefined],
    ['issue', 2],
  ] as const)('%s is contact %s', (action, contact) => {
    expect(contactAfter(action, now)).toEqual(
      contact && { contact, at: '2026-11-24T09:30:00.000Z', ratableUntil: '2026-12-09' },
    )
  })
})

describe('the contact to rate', () => {
  const at = '2026-11-24T02:00:00.000Z'
  const first = { contact: 1, at, ratableUntil: '2026-12-09' }
  const second = { contact: 2, at, ratableUntil: '2026-12-11' }
  const rated = 'satisfied' as const
  test.each([
    ['nothing happened', [], '2026-11-24', undefined],
    ['the newest first', [first, second], '2026-11-26', 2],
    ['the older one after it', [first, { ...second, rated }], '2026-11-26', 1],
    [
      'each once',
      [
        { ...first, rated },
        { ...second, rated },
      ],
      '2026-11-26',
      undefined,
    ],
    ['on its last day', [first], '2026-12-09', 1],
    ['not a day later', [first], '2026-12-10', undefined],
  ])('%s', (_, contacts, today, contact) => {
    expect(contactToRate(contacts, today)?.contact).toBe(contact)
  })
  test('in words', () => {
    expect([first, second].map(contactWords)).toEqual(['窗口收件', '窗口出件'])
  })
})

describe('who reads the applicant', () => {
  const applicant = { name: '刘桂英', phone: '13874740001', idNumber: '430423196001011234' }
  test.each(Role.options)('%s', (role) => {
    const seen = applicantSeenBy(role, applicant)
    expect(seen.name).toBe(role === 'resident' ? '刘桂英' : '刘*英')
    expect(seen.phone).toBe('138****0001')
    expect(seen.idNumber).toBe('430***********1234')
  })
  test('what was not given is not made up', () => {
    expect(applicantSeenBy('resident', { name: '刘桂英' })).toEqual({ name: '刘桂英' })
  })
})
