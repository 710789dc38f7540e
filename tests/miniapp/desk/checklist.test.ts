import {
  allReceived,
  countOf,
  missingOf,
  saidOf,
  toggled,
  type Marks,
} from '../../../miniapp/src/features/desk/checklist'
import type { Material, Service } from '@one-window/shared/catalogue/service'

const material = (materialId: string, necessity: Material['necessity']): Material => ({
  materialId,
  name: materialId,
  form: 'original',
  copies: 1,
  necessity,
  source: 'applicant',
})
const [form, card, proof] = [
  material('m1', 'required'),
  material('m2', 'required'),
  material('m3', 'conditional'),
] as const
const service = { materials: [form, card, proof] } as unknown as Service

describe('the checklist at the window', () => {
  it.each<[string, Marks, Material, Marks[string][]]>([
    ['a required one is there or not', {}, form, ['received', undefined, 'received']],
    ['a conditional one is there or does not apply', {}, proof, ['received', 'not-needed', 'received']],
  ])('%s', (_, marks, pressed, expected) => {
    const seen: Marks[string][] = []
    expected.reduce((now) => {
      const next = toggled(now, pressed)
      seen.push(next[pressed.materialId])
      return next
    }, marks)
    expect(seen).toEqual(expected)
  })

  it('ticks everything that is required; what nobody asked for does not apply, what was received stays', () => {
    expect(allReceived(service, {})).toEqual({ m1: 'received', m2: 'received', m3: 'not-needed' })
    expect(allReceived(service, { m3: 'received' })).toEqual({
      m1: 'received',
      m2: 'received',
      m3: 'received',
    })
  })

  it.each<[string, Marks, string[], { all: number; there: number }]>([
    ['nothing looked at', {}, ['m1', 'm2'], { all: 2, there: 0 }],
    ['one there', { m1: 'received' }, ['m2'], { all: 2, there: 1 }],
    [
      'a conditional one counts once it is there',
      { m1: 'received', m3: 'received' },
      ['m2'],
      { all: 3, there: 2 },
    ],
    ['complete', { m1: 'received', m2: 'received', m3: 'not-needed' }, [], { all: 2, there: 2 }],
  ])('counts: %s', (_, marks, missing, count) => {
    expect(missingOf(service, marks).map(({ materialId }) => materialId)).toEqual(missing)
    expect(countOf(service, marks)).toEqual(count)
  })

  it('says a required one that is not ticked is missing, and nothing of a conditional one nobody looked at', () => {
    expect(saidOf(service, { m1: 'received' })).toEqual([
      { materialId: 'm1', state: 'received' },
      { materialId: 'm2', state: 'missing' },
    ])
  })
})
