import { gzipSync } from 'node:zlib'
import { assembleCatalogue } from '../../../functions/catalogue/build-catalogue'
import { searchServices, type SearchFilters } from '@one-window/shared/catalogue/search'
import { SearchIndex } from '@one-window/shared/catalogue/search-index'
import { heldOutQuestions } from './held-out-questions'
import { practiceQuestions } from './practice-questions'
import { spokenQuestions } from './spoken-questions'

const { index, services } = assembleCatalogue()
const ids = (said: string, filters?: SearchFilters) =>
  searchServices(index, said, filters).map(({ serviceId }) => serviceId)

/** The questions whose guide is not among the first three, with what came instead. */
const missed = (questions: typeof spokenQuestions) =>
  questions
    .filter(
      ([said, ...right]) =>
        !ids(said)
          .slice(0, 3)
          .some((id) => right.includes(id)),
    )
    .map(([said]) => `${said} → ${ids(said).slice(0, 3).join(' ')}`)

const allQuestions = [...spokenQuestions, ...practiceQuestions, ...heldOutQuestions]

test('right answers of the questions exist, and no question stands twice', () => {
  const right = allQuestions.flatMap(([, ...rest]) => rest)
  expect(right.filter((id) => !services.some(({ serviceId }) => serviceId === id))).toEqual([])
  expect(new Set(allQuestions.map(([said]) => said)).size).toBe(60 + 244 + 40)
})

test.each([
  ['60 spoken questions', spokenQuestions, 57],
  ['244 questions it was tuned on besides', practiceQuestions, 238],
  ['40 questions never tuned on', heldOutQuestions, 37],
])('of %s at least so many find their guide among the first three', (name, questions, atLeast) => {
  const misses = missed(questions)
  if (misses.length > 0) console.log(`${name}: missed\n${misses.join('\n')}`)
  expect(questions.length - misses.length).toBeGreaterThanOrEqual(atLeast)
})

test('no question is copied into the data', () => {
  const words = services.flatMap(({ everydayWords }) => everydayWords)
  expect(allQuestions.map(([said]) => said).filter((said) => words.includes(said))).toEqual([])
})

test.each([
  ['a word', '低保', 'dibao-shenqing'],
  ['the official name', '最低生活保障对象认定', 'dibao-shenqing'],
  ['part of the official name', '门诊慢特病', 'manxingbing'],
  ['a whole question', '房子漏雨怎么办', 'weifang-jianding'],
  ['spaces between characters', '低 保', 'dibao-shenqing'],
  ['pinyin', 'dibao', 'dibao-shenqing'],
  ['pinyin with spaces', 'di bao', 'dibao-shenqing'],
  ['pinyin in capitals', 'DiBao', 'dibao-shenqing'],
  ['pinyin not finished', 'gaolingjint', 'gaoling-jintie'],
  ['pinyin of the region (n for l, z for zh)', 'zongdi butie', 'gengdi-butie'],
  ['a question in pinyin', 'shenfenzhengdiulezenmeban', 'shenfenzheng-buban'],
  ['initials', 'db', 'dibao-shenqing'],
  ['initials, full width', 'ｄｂ', 'dibao-shenqing'],
  ['initials of a long word', 'gljt', 'gaoling-jintie'],
  ['initials and pinyin', 'sfzdiule', 'shenfenzheng-buban'],
  ['a word that sounds alike', '滴保', 'dibao-shenqing'],
  ['a character that sounds alike', '养劳金', 'yanglaojin-shenling'],
  ['a character left out', '社卡丢了', 'shebaoka-buhuan'],
  ['a character too many', '残疾人的证丢了', 'canjizheng-buban'],
  ['a wrong character', '高铃津贴', 'gaoling-jintie'],
  ['a name in letters', 'ktv', 'weisheng-xuke'],
  ['an age above the limit', '八十五岁的老人', 'gaoling-jintie'],
  ['a life event', '结婚', 'fenhu'],
  ['marks and emotion', '「低保」!!!', 'dibao-shenqing'],
])('finds by %s', (_how, said, serviceId) => {
  expect(ids(said)[0]).toBe(serviceId)
})

test.each(['天气预报', '你好', 'asdfgh', 'qqqqqq'])('says nothing rather than anything: %s', (said) => {
  expect(ids(said)).toEqual([])
})

test.each(['', '   ', '!?', '😀'])('the whole catalogue when nothing is asked: "%s"', (said) => {
  expect(ids(said)).toEqual(services.map(({ serviceId }) => serviceId))
})

test.each<[string, SearchFilters, (service: (typeof services)[number]) => boolean]>([
  ['domain', { domain: '民政' }, ({ domain }) => domain === '民政'],
  ['handling', { handling: 'immediate' }, ({ handlingType }) => handlingType === 'immediate'],
  ['village', { village: true }, ({ village }) => village],
  ['audience', { audience: 'legal' }, ({ audience }) => audience.includes('legal')],
  ['two at once', { domain: '医保', village: true }, ({ domain, village }) => domain === '医保' && village],
])('filters by %s, with and without a query', (_name, filters, keeps) => {
  const kept = services.filter(keeps).map(({ serviceId }) => serviceId)
  expect(ids('', filters)).toEqual(kept)
  expect(ids('补贴', filters)).toEqual(ids('补贴').filter((id) => kept.includes(id)))
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(services.length)
})

test('highlights what was meant in the names, also when it was typed otherwise', () => {
  const words = (said: string) => searchServices(index, said)[0]?.words
  expect(words('低保')).toEqual(['低保'])
  expect(words('dibao')).toEqual(['低保'])
  expect(words('db')).toEqual(['低保'])
  expect(words('滴保')).toEqual(['低保'])
  for (const { serviceId, words } of searchServices(index, '身份证丢了')) {
    const service = services.find((other) => other.serviceId === serviceId)
    for (const word of words) expect(`${service?.plainName} ${service?.name}`).toContain(word)
  }
})

test('the index is small, survives being kept as text, and answers quickly', () => {
  const text = JSON.stringify(index)
  expect(Buffer.byteLength(text)).toBeLessThan(150_000)
  expect(gzipSync(text).length).toBeLessThan(60_000)
  const keptIndex = SearchIndex.parse(JSON.parse(text))
  expect(searchServices(keptIndex, '滴保')).toEqual(searchServices(index, '滴保'))

  // The fastest of three runs: the machine may be busy with something else.
  const times = [...spokenQuestions.map(([said]) => said), 'db', 'shenfenzheng'.repeat(8)].map((said) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const began = performance.now()
        searchServices(index, said)
        return performance.now() - began
      }),
    ),
  )
  times.sort((one, two) => one - two)
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(20)
})
