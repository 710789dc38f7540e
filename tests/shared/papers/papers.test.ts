/** Papers as data: which a case has, what stands on each, and the days on them. */
import housing from '@one-window/shared/catalogue/data/housing.json'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Case } from '@one-window/shared/cases/case'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { findHall } from '@one-window/shared/halls/halls'
import type { DaySheet } from '@one-window/shared/hand-overs/hand-over'
import { guidePaper } from '@one-window/shared/papers/guide-paper'
import { handOverPaper } from '@one-window/shared/papers/hand-over-paper'
import type { Paper } from '@one-window/shared/papers/paper'
import { paperKinds, papersOf } from '@one-window/shared/papers/paper-kinds'
import { paperOf } from '@one-window/shared/papers/paper-of'
import { isByLaw, pauseKindWords } from '@one-window/shared/cases/pause-words'
import {
  accepted,
  at,
  atCounty,
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

const hall = findHall('yonghe')!
const guide = (housing as unknown as { services?: Service[] }).services ?? (housing as unknown as Service[])
const service = guide.find(({ serviceId }) => serviceId === 'weifang-gaizao')!
const permit: Service = { ...service, itemType: '行政许可' }

const made = (told: Case, paper: string, of?: Service): Paper => {
  const one = paperOf(told, paper, { hall, calendar: publishedCalendar, service: of })
  if (!one) throw new Error(`no paper ${paper}`)
  return one
}
/** Everything that can be read on a paper. */
const textOf = (paper: Paper): string => JSON.stringify(paper)
const extended = then(paused, 'resume', '11-24 09:00', { status: 'in-review', promisedDay: '2026-12-02' })
const twicePaused = then(extended, 'pause', '11-25 09:00', {
  status: 'paused',
  note: '还要检测',
  facts: { kind: 'testing', workingDays: 3 },
})
const longer = then(extended, 'extend', '11-25 09:00', {
  note: '材料多，还要核对',
  facts: { workingDays: 10 },
})

test.each<[string, Case, string[]]>([
  ['received', received, ['receipt']],
  ['supplementing', supplementing, ['receipt', 'supplement']],
  ['accepted', accepted, ['receipt', 'acceptance']],
  ['accepted with gaps', gapped, ['receipt', 'acceptance', 'promise', 'gaps']],
  [
    'deemed accepted',
    then(received, 'deem', '10-27 00:10', { status: 'in-review' }),
    ['receipt', 'acceptance'],
  ],
  ['declined', ofStatus.declined, ['receipt', 'decline']],
  ['not needed', ofStatus['not-needed'], ['receipt', 'inform']],
  ['paused', paused, ['receipt', 'acceptance', 'pause']],
  ['paused twice', twicePaused, ['receipt', 'acceptance', 'pause', 'pause-2']],
  ['extended', longer, ['receipt', 'acceptance', 'pause', 'extension']],
  ['granted', granted, ['receipt', 'acceptance', 'decision']],
  ['refused', refused, ['receipt', 'acceptance', 'decision']],
  ['decided by the county', comingBack, ['receipt', 'acceptance', 'decision']],
  [
    'come from the county',
    then(comingBack, 'sign-for', '11-24 09:00'),
    ['receipt', 'acceptance', 'decision', 'post'],
  ],
  ['posted', posted, ['receipt', 'acceptance', 'decision', 'post']],
  ['issued', issued, ['receipt', 'acceptance', 'decision', 'issue']],
  ['withdrawn', ofStatus.withdrawn, ['receipt', 'acceptance']],
  ['ended', ofStatus.terminated, ['receipt', 'acceptance', 'promise', 'gaps', 'terminate']],
])('papers of a case %s', (_, told, papers) => {
  expect(papersOf(told).map(({ paper }) => paper)).toEqual(papers)
})

test('numbers are the case number and letters, and no two are equal', () => {
  const numbers = [
    twicePaused,
    longer,
    gapped,
    posted,
    issued,
    supplementing,
    ...Object.values(ofStatus),
  ].flatMap((told) => papersOf(told).map(({ kind, paper, number }) => [kind, paper, number] as const))
  expect(new Set(numbers.map(([kind]) => kind))).toEqual(new Set(paperKinds))
  for (const [, , number] of numbers) expect(number).toMatch(/^YH2026101900236-[A-Z]+\d?$/)
  const byNumber = new Map(numbers.map(([, paper, number]) => [number, paper]))
  expect(byNumber.size).toBe(new Set(numbers.map(([, paper]) => paper)).size)
})

test('registers stay in the hall; a paper the case has not is none', () => {
  expect(
    papersOf(issued)
      .filter(({ isInside }) => isInside)
      .map(({ kind }) => kind),
  ).toEqual(['issue'])
  expect(
    papersOf(posted)
      .filter(({ isInside }) => isInside)
      .map(({ kind }) => kind),
  ).toEqual(['post'])
  for (const paper of ['acceptance', 'pause-2', 'receipt-2', '', 'nothing'])
    expect(paperOf(received, paper, { hall, calendar: publishedCalendar })).toBeUndefined()
})

// days checked on the 2026 calendar
test.each<[string, Case, string, string]>([
  ['5 working days to say what is missing', received, 'receipt', '2026年10月26日(星期一)'],
  ['the last day of a supplement', supplementing, 'supplement', '2026年11月18日(星期三)'],
  ['30 working days', accepted, 'acceptance', '2026年11月30日(星期一)'],
  ['the promise as it was, whatever followed', longer, 'acceptance', '2026年11月30日(星期一)'],
  ['promised for later', gapped, 'promise', '2026年11月10日(星期二)'],
  ['promised for later', gapped, 'gaps', '2026年11月10日(星期二)'],
  ['5 working days of pause', paused, 'pause', '2026年12月7日(星期一)'],
  ['the first pause, as it was told', twicePaused, 'pause', '2026年12月7日(星期一)'],
  ['the second after 2 days of the first', twicePaused, 'pause-2', '2026年12月7日(星期一)'],
  ['10 more after 2 days of pause', longer, 'extension', '2026年12月16日(星期三)'],
  ['10 working days after the decision', granted, 'decision', '2026年12月8日(星期二)'],
  ['after the day the county decided', comingBack, 'decision', '2026年12月3日(星期四)'],
])('%s stands large on it', (_, told, paper, day) => {
  expect(made(told, paper).box?.big).toBe(day)
})

test.each<[string, Case, string, string]>([
  [
    'acceptance',
    then(received, 'accept', '12-20 10:00', { acceptedAt: at('12-20 10:00') }),
    'acceptance',
    '30个工作日内',
  ],
  ['receipt', { ...received, receivedAt: at('12-29 10:00') }, 'receipt', '5个工作日内'],
])(
  '%s reaching into a year that is not announced names the year and guesses nothing',
  (_, told, paper, big) => {
    const { box } = made(told, paper)
    expect(box?.big).toBe(big)
    expect(box?.more).toMatch(/到期日待2027年放假安排公布后确定/)
  },
)

test('what is done at once says so', () => {
  expect(made({ ...accepted, promisedDays: 0 }, 'acceptance').box).toEqual({ say: '即办件', big: '当场办好' })
})

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

describe('one-off notice of a guide', () => {
  const one = guidePaper(service, hall, '2026-11-24', ['m1', 'm5'])
  test('item, materials with form and copies, place, phone, day, and who told it', () => {
    expect(one.title).toBe('一次性告知单')
    for (const words of [
      /农村危房改造申请/,
      /2\. 申请人身份证.*复印件1份/,
      /永和乡政务服务中心，哪个窗口都行/,
      /电话 _{6,}/,
      /2026年11月24日告知/,
      /告知人签字/,
    ])
      expect(textOf(one)).toMatch(words)
  })
  test('what is still missing is marked', () => {
    expect(one.box?.big).toBe('今天还缺2样')
    const table = one.parts.flatMap((part) => ('table' in part ? part.table.rows : []))
    expect(table.map((cells) => cells.at(-1))).toEqual(['还缺', '收了', '收了', '收了', '还缺', '—'])
    expect(guidePaper(service, hall, '2026-11-24').box).toBeUndefined()
  })
})

describe('the list of a day', () => {
  const row = (to: string, serial: number) => ({
    ...{
      caseId: `c${serial}`,
      caseNumber: `YH20261124000${serial}5`,
      officialName: '高龄津贴申领',
      applicantName: '李*英',
    },
    ...{ to, materials: 6, originals: 2, copies: 4 },
  })
  const sheet: DaySheet = {
    date: '2026-11-24',
    handed: [row('社会事务办公室', 1), row('社会事务办公室', 2), row('邮寄县政务中心', 3)],
    issued: [],
    supplements: 1,
    open: [
      {
        kind: 'no-number',
        caseId: 'c1',
        caseNumber: 'YH2026112400015',
        serviceName: '高龄津贴',
        applicantName: '李*英',
      },
    ],
  }
  const sources = { hallId: 'yonghe', hallName: hall.name, printedAt: at('11-24 17:12') }
  const sealed: DaySheet = {
    ...sheet,
    sealed: {
      ...{ at: at('11-24 17:20'), by: '窗口人员', seals: ['0012', '0013'], fingerprint: 'f'.repeat(64) },
      reasons: [{ caseId: 'c1', kind: 'no-number', reason: '平台断网' }],
    },
  }
  test('cases by the office they go to, with what adds up', () => {
    const one = handOverPaper(sheet, sources)
    expect(one.number).toBe('YH20261124-YJ')
    const [table] = one.parts.flatMap((part) => ('table' in part ? [part.table] : []))
    expect(table!.rows.filter((each) => typeof each === 'string')).toEqual([
      '社会事务办公室 2件',
      '邮寄县政务中心 1件',
    ])
    expect(table!.total).toEqual(['', '合计3件', '', '', '18', '6', '12'])
    expect(one.signs).toEqual(
      expect.arrayContaining(['社会事务办公室接收人', '邮寄县政务中心接收人', '政务中心主任']),
    )
    expect(textOf(one)).toMatch(/还没有封存/)
    expect(textOf(one)).toMatch(/告知补正1件/)
  })
  test('sealed: bags, fingerprint, head of the record, and why something was left open', () => {
    const text = textOf(handOverPaper(sealed, { ...sources, chainHead: 'a1b2c3' }))
    for (const words of [/封条号0012、0013/, /f{64}/, /a1b2c3/, /还没有二次录入，原因：平台断网/])
      expect(text).toMatch(words)
    expect(text).not.toMatch(/还没有封存/)
  })
})
