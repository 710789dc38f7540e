import { leftWords, promiseWords } from '../../../miniapp/src/features/desk/due-words'

describe('how much time is left, in working days', () => {
  // Thursday 2026-09-24; the 25th to 27th are off, Sunday the 20th was worked.
  it.each([
    ['2026-09-24', '今天到期', 'due'],
    ['2026-09-26', '快到期', 'warn'],
    ['2026-09-28', '剩1天', 'warn'],
    ['2026-09-30', '剩3天', ''],
    ['2026-09-23', '超期1天', 'bad'],
    ['2026-09-19', '超期5天', 'bad'],
    ['2027-01-08', '1月8日前', ''],
  ])('due on %s: %s', (due, words, kind) => {
    expect(leftWords(due, '2026-09-24')).toEqual({ words, kind })
  })
})

describe('the promise before it is given', () => {
  const promised = (promisedDays: number, statutoryDays: number | null = null) =>
    promiseWords({ handlingType: 'promised', promisedDays, statutoryDays }, '2026-11-24')

  it('names the day, and what the law allows', () => {
    expect(promised(22, 30)).toEqual({ say: '12月24日(周四)', more: '承诺22天，法定30天' })
    expect(promised(5)).toEqual({ say: '12月1日(周二)', more: '承诺5天' })
  })

  it('gives no day of a year whose holidays are not announced', () => {
    expect(promised(30)).toEqual({ say: '30个工作日', more: '到期日待2027年放假安排公布后确定' })
  })

  it('says at once for what is done at once', () => {
    const words = promiseWords({ handlingType: 'immediate', promisedDays: 0, statutoryDays: 5 }, '2026-11-24')
    expect(words.say).toBe('当场办好')
  })
})
