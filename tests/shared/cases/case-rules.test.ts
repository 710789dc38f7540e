import { caseNumber, hallPrefix } from '@one-window/shared/cases/case-number'
import { contactsOf, contactToRate, contactWords } from '@one-window/shared/cases/contacts'
import {
  idErrors,
  matchMaterials,
  mayDefer,
  missingRequired,
  withState,
} from '@one-window/shared/cases/materials'
import { applicantSeenBy, endOfCase, eventsSeenBy, seesQueryCode } from '@one-window/shared/cases/seen-by'
import { Role } from '@one-window/shared/foundation/roles'
import { halls } from '@one-window/shared/halls/halls'
import { chinaDay } from '@one-window/shared/foundation/time'
import { CaseStatus, isOver } from '@one-window/shared/cases/lifecycle'
import { accepted, at, ofStatus, refused, then } from './told-case'
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

describe('service contacts', () => {
  const at = '2026-11-24T09:30:00.000Z'
  test.each([
    ['accept', 1],
    ['deem', 1],
    ['decline', 1],
    ['inform', 1],
    ['issue', 2],
    ['receive', undefined],
    ['supplement', undefined],
    ['approve', undefined],
    ['refuse', undefined],
    ['post', undefined],
    ['withdraw', undefined],
    ['terminate', undefined],
  ] as const)('%s is contact %s', (action, contact) => {
    expect(contactsOf([{ action, at }])).toEqual(contact ? [{ contact, at, ratableUntil: '2026-12-09' }] : [])
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

describe('what came later, and what may', () => {
  const { materials } = matchMaterials(guide, [{ materialId: 'm1', state: 'missing' }, 'm2'])
  test('ids that are not in the list, or stand otherwise, are errors with their place', () => {
    expect(idErrors(materials, ['m1'], '/ids', ['missing'])).toEqual([])
    expect(
      idErrors(materials, ['m1', 'm9', 'm2'], '/ids', ['missing']).map(({ pointer }) => pointer),
    ).toEqual(['/ids/1', '/ids/2'])
  })
  test('the state of some is changed, the others stay', () => {
    expect(withState(materials, ['m1'], 'deferred').map(({ state }) => state)).toEqual([
      'deferred',
      'received',
      'not-recorded',
    ])
  })
  test('only what the published list names may follow later', () => {
    const listed = {
      materials: guide.materials.map((one) => ({ ...one, deferrable: one.materialId === 'm2' })),
    }
    expect([['m2'], ['m1'], ['m1', 'm2'], ['m9']].map((ids) => mayDefer(listed, ids))).toEqual([
      true,
      false,
      false,
      false,
    ])
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

describe('the events as they are read', () => {
  const { events } = then(
    then(accepted, 'ask-pause', '10-20 09:00', { note: '要公示' }),
    'visit',
    '10-21 09:00',
    { note: '墙裂了', people: ['肖建国', '李秀兰'] },
  )
  test('their owner reads what concerns them, and nobody else by name', () => {
    const seen = eventsSeenBy('resident', [...events, ...refused.events.slice(-1)])
    expect(seen.map(({ action, note }) => [action, note])).toEqual([
      ['receive', undefined],
      ['accept', undefined],
      ['visit', undefined],
      ['refuse', '家里另有一套房'],
    ])
    expect(JSON.stringify(seen)).not.toMatch(/肖建国/)
  })
  test('staff read all of it', () => {
    expect(eventsSeenBy('window-staff', events)).toEqual(events)
  })
  test.each(Role.options)('the query code: %s', (role) => {
    expect(seesQueryCode(role)).toBe(['resident', 'window-staff', 'director'].includes(role))
  })
})

test.each(CaseStatus.options)('the end of a case that is %s', (status) => {
  const told = ofStatus[status]
  const filed = {
    ...told,
    events: [...told.events, { action: 'archive' as const, at: at('12-30 01:00'), by: '' }],
  }
  expect(endOfCase(filed)).toBe(isOver(status) ? chinaDay(new Date(told.events.at(-1)!.at)) : undefined)
})
