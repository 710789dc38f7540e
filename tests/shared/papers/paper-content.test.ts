/** What must stand on each paper (rules: 4.3): law, remedies, seals, blanks, lists. */
import type { Case } from '@one-window/shared/cases/case'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { isByLaw, pauseKindWords } from '@one-window/shared/cases/pause-words'
import { paperOf } from '@one-window/shared/papers/paper-of'
import {
  accepted,
  atCounty,
  at,
  comingBack,
  gapped,
  granted,
  issued,
  ofStatus,
  paused,
  posted,
  received,
  refused,
  supplementing,
  then,
} from '../cases/told-case'
import { hall, made, textOf, service, permit, twicePaused, longer } from './made'

describe('required content (rules: 4.3)', () => {
  test.each<[string, Case, string, RegExp[]]>([
    ['receipt', received, 'receipt', [/身份证","复印件","1"/, /收件时间/, /查询码 406182/, /收件人签字/]],
    [
      'acceptance',
      accepted,
      'acceptance',
      [/受理时间/, /刘桂英/, /承诺30个工作日/, /法定40个工作日/, /从10月20日起算/],
    ],
    [
      'supplement',
      supplementing,
      'supplement',
      [/首页和本人页各一张/, /正面、屋顶各一张/, /以后不再要求补别的材料/],
    ],
    [
      'decline',
      ofStatus.declined,
      'decline',
      [/户口不在本乡/, /开云镇政务服务中心/, /第三十二条第一款第二项/],
    ],
    ['inform', ofStatus['not-needed'], 'inform', [/今年起不用再认定/, /第三十二条第一款第一项/]],
    ['ended', ofStatus.terminated, 'terminate', [/承诺以后补交的材料到期没有补齐/, /承诺补交的照片没有交/]],
    ['promise', gapped, 'promise', [/房屋照片/, /真实、合法、有效/, /台账/, /不可抗力/, /承诺人签字/]],
    ['gaps', gapped, 'gaps', [/房屋照片/, /到期没有补齐/, /不再要求补别的材料/]],
    ['pause', paused, 'pause', [/需要公示/, /预计5个工作日/, /村里公示/, /2026年11月30日/]],
    ['extension', longer, 'extension', [/第四十二条/, /材料多，还要核对/, /2026年12月2日/]],
    ['decision', granted, 'decision', [/决定准予/, /第三十八条/, /10个工作日/]],
    ['refusal', refused, 'decision', [/家里另有一套房/, /危房改造办法第五条/]],
    ['county', comingBack, 'decision', [/县住建局审查后决定：准予/, /山建〔2026〕7号/, /2026年11月19日/]],
    ['issue', issued, 'issue', [/查验证件/, /居民身份证/, /领取人签字/, /2026年11月25日 10:00/]],
    ['post', posted, 'post', [/EMS1234567/, /邮政/, /当天签收、登记/]],
  ])('%s', (_, told, paper, needed) => {
    const one = made(told, paper)
    for (const words of [...needed, new RegExp(one.number), /永和乡政务服务中心/])
      expect(textOf(one)).toMatch(words)
    expect(one.signs.length).toBeGreaterThan(1)
  })

  test.each<[string, Case, string]>([
    ['not accepted', ofStatus.declined, 'decline'],
    ['not needed', ofStatus['not-needed'], 'inform'],
    ['ended', ofStatus.terminated, 'terminate'],
    ['refused', refused, 'decision'],
  ])('%s names review and suit, how long and by whom', (_, told, paper) => {
    expect(textOf(made(told, paper))).toMatch(
      /60日内向衡山县人民政府申请行政复议.*6个月内向有管辖权的人民法院提起行政诉讼/,
    )
  })

  test.each<[string, Case, string]>([
    ['receipt', received, 'receipt'],
    ['acceptance', accepted, 'acceptance'],
    ['granted', granted, 'decision'],
  ])('%s has none of it', (_, told, paper) => {
    expect(textOf(made(told, paper))).not.toMatch(/行政复议/)
  })

  test('the law binds permits, and is followed for the rest', () => {
    expect(made(accepted, 'acceptance', permit).sentences[0]).toMatch(
      /依照《中华人民共和国行政许可法》第三十二条/,
    )
    expect(made(accepted, 'acceptance', service).sentences[0]).toMatch(
      /参照《中华人民共和国行政许可法》第三十二条/,
    )
    expect(made(twicePaused, 'pause-2').sentences[0]).toMatch(/第四十五条/)
    expect(made(paused, 'pause').sentences[0]).toMatch(/按本事项办事指南/)
    expect(Object.keys(pauseKindWords).filter((kind) => isByLaw(kind as never))).toHaveLength(8)
  })

  test('each paper that binds has its seal with the day; what the township has not told is a line to fill', () => {
    for (const [told, paper] of [
      [accepted, 'acceptance'],
      [ofStatus.declined, 'decline'],
      [supplementing, 'supplement'],
    ] as const)
      expect(made(told, paper).seal).toEqual({ by: '永和乡政务服务中心', on: '2026-10-19' })
    expect(made(refused, 'decision').seal).toEqual({ by: '衡山县永和乡人民政府', on: '2026-11-24' })
    expect(made(comingBack, 'decision').seal?.by).toBe('永和乡政务服务中心')
    expect(textOf(made(accepted, 'acceptance'))).toMatch(/电话 _{6,}\(以大厅公布的为准\)/)
    const known = { ...hall, phone: '0734-5810001' }
    expect(textOf(paperOf(accepted, 'acceptance', { hall: known, calendar: publishedCalendar })!)).toMatch(
      /电话 0734-5810001/,
    )
  })

  test('why it counts from the receipt, and what was corrected on the spot', () => {
    expect(made(then(received, 'deem', '10-27 00:10'), 'acceptance').sentences[0]).toMatch(
      /自收到材料之日起受理/,
    )
    const corrected = then(received, 'accept', '10-19 10:00', {
      note: '补了签名',
      facts: { corrected: true },
    })
    expect(made(corrected, 'acceptance').sentences).toContain('当场改正：补了签名。')
  })

  test('the receipt of who has no account carries the pick-up code', () => {
    const words = (told: Case) => JSON.stringify(made(told, 'receipt'))
    expect(words({ ...received, pickUpCode: '118204' })).toMatch(/取件码 118204 报给窗口/)
    expect(words(received)).not.toMatch(/取件码/)
  })

  test('the receipt lists what was there then, not what came later', () => {
    const supplied = {
      ...then(supplementing, 'supply', '10-21 09:00', {
        facts: { materials: ['户口簿', '房屋照片'], came: true },
      }),
      materials: received.materials,
    }
    expect(made(supplied, 'receipt').sentences[0]).toMatch(/收到下面1样材料/)
    const done = then(supplied, 'accept', '10-21 09:05', { acceptedAt: at('10-21 09:00') })
    expect(textOf(made(done, 'acceptance'))).toMatch(/3\. 房屋照片/)
  })

  test('a name opened for printing stands on it; the agent with what they are to the applicant', () => {
    const masked = {
      ...accepted,
      applicant: { name: '刘*英', idNumber: '430***********1234' },
      agent: { name: '刘军', relation: '儿子' },
    }
    const one = paperOf(masked, 'acceptance', { hall, calendar: publishedCalendar, name: '刘桂英' })!
    expect(one.addressee).toBe('刘桂英')
    expect(textOf(one)).toMatch(/刘桂英 430\*{11}1234/)
    expect(textOf(one)).toMatch(/刘军\(儿子\)/)
    expect(textOf(one)).not.toMatch(/刘\*英/)
  })
})

test('the county leg: who came for a result, and what arrived', () => {
  const fetched = then(granted, 'issue', '11-25 10:00', { people: ['刘军', '儿子'], facts: { to: 'proxy' } })
  expect(textOf(made(fetched, 'issue'))).toMatch(/代领人.*刘军\(儿子\)/)
  const arrived = then(
    then(comingBack, 'note-post', '11-21 09:00', { facts: { carrier: '邮政', waybill: 'EMS7654321' } }),
    'sign-for',
    '11-24 09:00',
    { status: 'concluded', note: '封口完好' },
  )
  const register = textOf(made(arrived, 'post'))
  for (const words of [/县里寄来单号.*EMS7654321/, /签收时间.*2026年11月24日 09:00/, /封口完好/])
    expect(register).toMatch(words)
  expect(made({ ...atCounty, outcome: 'granted' }, 'acceptance').title).toBe('受理通知书')
})
