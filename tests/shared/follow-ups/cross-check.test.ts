import { crossChecked, type CaseFacts } from '@one-window/shared/follow-ups/cross-check'
import { RatingLevel, ratingTags } from '@one-window/shared/ratings/rating'

const facts: CaseFacts = { today: '2026-11-24', acceptedOn: '2026-11-10' }
const levelOf = (tag: string): RatingLevel =>
  RatingLevel.options.find((level) => ratingTags[level].some(({ code }) => code === tag))!
const checked = (tag: string, more: Partial<CaseFacts>) =>
  crossChecked(levelOf(tag), [tag], { ...facts, ...more })[0]!

describe('tags held against facts', () => {
  test.each<[string, Partial<CaseFacts>, string, RegExp]>([
    [
      '209',
      { promisedBy: '2026-11-20', concludedOn: '2026-11-23' },
      'agrees',
      /承诺到11月20日.*11月23日.*办结/,
    ],
    ['209', { promisedBy: '2026-11-20', concludedOn: '2026-11-20' }, 'differs', /办结$/],
    ['209', { promisedBy: '2026-11-20' }, 'agrees', /到今天还没办结/],
    ['209', { promisedBy: '2026-11-30' }, 'unknown', /还没到期/],
    ['209', {}, 'unknown', /系统里没有/],
    ['209', { acceptedOn: undefined }, 'unknown', /没有受理/],
    ['110', { statutoryBy: '2026-11-20', concludedOn: '2026-11-23' }, 'agrees', /法定到/],
    ['110', { statutoryBy: '2026-12-20', concludedOn: '2026-11-23' }, 'differs', /法定到/],
    ['212', { checkedInByBooking: true }, 'differs', /凭预约签到/],
    ['212', { checkedInByBooking: false }, 'agrees', /没有凭预约签到/],
    ['212', {}, 'differs', /没有预约/],
    ['108', {}, 'differs', /指南/],
    ['109', {}, 'differs', /指南/],
    ['114', { trips: 2, promisedTrips: 1 }, 'agrees', /写1趟.*记到2趟/],
    ['114', { trips: 1, promisedTrips: 1 }, 'differs', /没登记的要问/],
    ['114', {}, 'unknown', /要问/],
    ['113', { trips: 3, promisedTrips: 1 }, 'agrees', /3趟/],
    ['113', { trips: 1, promisedTrips: 1 }, 'unknown', /要问/],
    ['208', { noticeGiven: true }, 'differs', /出过/],
    ['208', { noticeGiven: false }, 'agrees', /没有出过/],
    ['208', {}, 'unknown', /要问/],
    ['210', { supplementRounds: 2 }, 'agrees', /2次/],
    ['210', { supplementRounds: 0 }, 'unknown', /要问/],
    ['214', {}, 'unknown', /态度/],
    ['115', {}, 'unknown', /态度/],
  ])('%s %j: %s', (tag, more, verdict, fact) => {
    expect(checked(tag, more)).toMatchObject({ tag, verdict, fact: expect.stringMatching(fact) })
  })

  test('every poor tag has a sentence; nothing is said of a code nobody knows', () => {
    for (const level of ['dissatisfied', 'very-dissatisfied'] as const)
      for (const { code, words } of ratingTags[level])
        expect(checked(code, {})).toMatchObject({ said: words, fact: expect.stringMatching(/.{4}/) })
    expect(crossChecked('dissatisfied', ['203', '999'], facts)).toMatchObject([
      { said: '旧标签203(已停用)', verdict: 'unknown' },
      { said: '999', verdict: 'unknown' },
    ])
  })
})
