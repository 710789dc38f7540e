import { digitsOf, isWhole } from '../../../miniapp/src/features/staff/digits'
import { postsOf } from '../../../miniapp/src/features/staff/written-post'
import { ticketOf } from '../../../miniapp/src/features/staff/ticket-of'

const TICKET = 'aB3-_aB3-_aB3-_aB3-_aB'

test.each([
  [`desk.${TICKET}`, TICKET],
  [encodeURIComponent(`desk.${TICKET}`), TICKET],
  [`subpackages/staff/confirm-desk?scene=desk.${TICKET}`, TICKET],
  [`https://example.com/?next=desk.${TICKET}`, undefined],
  [`desk.${TICKET}x`, undefined],
  ['h.yonghe', undefined],
  ['%', undefined],
  [undefined, undefined],
])('the ticket of %s', (scene, ticket) => {
  expect(ticketOf(scene)).toBe(ticket)
})

test('six digits, however they were typed', () => {
  expect(digitsOf(' 123 456 ')).toBe('123456')
  expect([isWhole('12345'), isWhole('123456')]).toEqual([false, true])
})

describe('posts as they are written', () => {
  const post = { role: 'window-staff' as const, from: '2026-11-24', until: '' }
  test('an open end is left out, a village station and a deputy stay', () => {
    expect(postsOf([post], 'yonghe')).toEqual([
      { role: 'window-staff', hallId: 'yonghe', from: '2026-11-24' },
    ])
    expect(
      postsOf([{ ...post, stationId: 's1', until: '2026-11-30', deputyFor: 'p1' }], 'yonghe'),
    ).toMatchObject([{ stationId: 's1', until: '2026-11-30', deputyFor: 'p1' }])
  })
  test.each([
    ['no day', { ...post, from: '2026-11-31' }],
    ['an end before the beginning', { ...post, until: '2026-11-23' }],
    ['a deputy without an end', { ...post, deputyFor: 'p1' }],
  ])('%s is not sent', (_, written) => {
    expect(postsOf([written], 'yonghe')).toBeUndefined()
  })
})
