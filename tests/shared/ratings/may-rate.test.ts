import { ratingRefusal, tagsOfLevel } from '@one-window/shared/ratings/may-rate'
import { isPoor, RatingLevel, ratingTags } from '@one-window/shared/ratings/rating'

const contacts = [{ contact: 1, at: '2026-11-24T02:00:00.000Z', ratableUntil: '2026-12-09' }]
const today = '2026-11-24'

describe('levels and tags', () => {
  test('the last two levels are poor', () => {
    expect(RatingLevel.options.filter(isPoor)).toEqual(['dissatisfied', 'very-dissatisfied'])
  })

  test('five levels of eight tags; the first digit is the level of the exchange', () => {
    RatingLevel.options.forEach((level, place) => {
      expect(ratingTags[level]).toHaveLength(8)
      for (const { code, words } of ratingTags[level]) {
        expect(code).toMatch(new RegExp(`^${5 - place}\\d\\d$`))
        expect(words.trim()).toBe(words)
      }
    })
  })

  // every tag against every level: 40 × 5
  test.each(RatingLevel.options)('%s takes its own tags only, by code or name', (level) => {
    for (const other of RatingLevel.options)
      for (const { code, words } of ratingTags[other]) {
        const expected = other === level ? [code] : undefined
        expect(tagsOfLevel(level, [code])).toEqual(expected)
        expect(tagsOfLevel(level, [words])).toEqual(expected)
      }
  })

  test('the same tag by code and by name counts once; old codes are gone', () => {
    expect(tagsOfLevel('dissatisfied', ['214', '服务态度生硬', '207'])).toEqual(['214', '207'])
    expect(tagsOfLevel('dissatisfied', ['201'])).toBeUndefined()
  })
})

describe('may this rating be given', () => {
  test.each([
    ['good, nothing said', { contact: 1, level: 'satisfied', tags: [] }, today, undefined],
    ['poor with a tag', { contact: 1, level: 'dissatisfied', tags: ['214'] }, today, undefined],
    [
      'poor with a text',
      { contact: 1, level: 'very-dissatisfied', tags: [], text: '等了半天' },
      today,
      undefined,
    ],
    ['poor with nothing', { contact: 1, level: 'dissatisfied', tags: [] }, today, 'poor-rating-needs-reason'],
    [
      'poor with an empty text',
      { contact: 1, level: 'very-dissatisfied', tags: [], text: '' },
      today,
      'poor-rating-needs-reason',
    ],
    [
      'a tag of another level',
      { contact: 1, level: 'dissatisfied', tags: ['214', '510'] },
      today,
      'tag-of-other-level',
    ],
    ['a contact to come', { contact: 2, level: 'satisfied', tags: [] }, today, 'not-yet-ratable'],
    ['on the last day', { contact: 1, level: 'satisfied', tags: [] }, '2026-12-09', undefined],
    ['a day late', { contact: 1, level: 'satisfied', tags: [] }, '2026-12-10', 'rating-window-over'],
  ] as const)('%s', (_, asked, day, refusal) => {
    expect(ratingRefusal(contacts, asked, day)).toBe(refusal)
  })
})
