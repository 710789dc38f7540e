/** 当日材料移交清单: what goes to which office, what was handed out, what is still open and why, and who signs for it. */
import { hallPrefix } from '../cases/case-number'
import type { Instant } from '../foundation/time'
import type { DaySheet, HandedCase, IssuedCase } from '../hand-overs/hand-over'
import { openWords } from '../hand-overs/hand-over'
import { rowsOf, type Paper, type PaperPart } from './paper'
import { BLANK, paperInstant, paperWeekday } from './paper-words'

interface HandOverSources {
  hallId: string
  hallName: string
  printedAt: Instant
  /** The head of the hall's record (链头) as it is printed, for who may read it. */
  chainHead?: string | undefined
}

/** The sheet of a day as a paper, sealed or not. Names are masked; the numbers tell cases apart. */
export function handOverPaper(sheet: DaySheet, sources: HandOverSources): Paper {
  const { date, handed, issued, supplements, sealed } = sheet
  const { hallId, hallName, printedAt, chainHead } = sources
  const offices = [...new Set(handed.map(({ to }) => to))]
  return {
    title: '当日材料移交清单',
    number: `${hallPrefix(hallId)}${date.replace(/-/g, '')}-YJ`,
    hallName,
    under: `${paperWeekday(date)}，移交${handed.length}件，出件${issued.length}件${sealed ? '' : '，还没有封存'}`,
    sentences: [],
    parts: [
      handed.length > 0 ? handedTable(handed, offices) : clauseOf('移交', ['当天没有要移交的材料。']),
      ...(issued.length > 0 ? [issuedTable(issued)] : []),
      ...(supplements > 0
        ? [clauseOf('补正', [`当天告知补正${supplements}件，材料已经退还本人，不在本清单里。`])]
        : []),
      ...openPart(sheet),
      ...(sealed
        ? [
            rowsOf(
              {
                name: '封存',
                value: `${paperInstant(sealed.at)}，${sealed.by}，${sealed.seals.length > 0 ? `封存袋${sealed.seals.length}个，封条号${sealed.seals.join('、')}` : '没有封存袋'}`,
              },
              { name: '清单指纹', value: sealed.fingerprint },
              chainHead !== undefined && { name: '打印时的记录链头', value: chainHead },
            ),
          ]
        : []),
    ],
    signs: [
      '移交人(1号窗口)',
      '移交人(2号窗口)',
      ...offices.flatMap((office) => [`${office}接收人`, '接收时间']),
      ...(sealed ? [] : [`封存袋${BLANK.slice(0, 4)}个，封条号`]),
      '政务中心主任',
    ],
    foot: [
      `一式两份，移交、接收各存一份。${paperInstant(printedAt)}打印。姓名照规定隐去中间的字，按编号对。`,
    ],
  }
}

const clauseOf = (title: string, clauses: readonly string[]): PaperPart => ({ title, clauses })

const sum = (cases: readonly HandedCase[], of: 'materials' | 'originals' | 'copies'): string =>
  String(cases.reduce((total, one) => total + one[of], 0))

function handedTable(handed: readonly HandedCase[], offices: readonly string[]): PaperPart {
  let count = 0
  return {
    table: {
      columns: [
        { name: '序', share: 1, isFigure: true },
        { name: '办件编号', share: 4.2 },
        { name: '事项', share: 6 },
        { name: '申请人', share: 2 },
        { name: '材料样数', share: 1.4, isFigure: true },
        { name: '原件份数', share: 1.4, isFigure: true },
        { name: '复印份数', share: 1.4, isFigure: true },
      ],
      rows: offices.flatMap((office) => {
        const theirs = handed.filter(({ to }) => to === office)
        return [
          `${office} ${theirs.length}件`,
          ...theirs.map((one) => {
            count += 1
            return [
              String(count),
              one.caseNumber,
              one.officialName,
              one.applicantName,
              ...[one.materials, one.originals, one.copies].map(String),
            ]
          }),
        ]
      }),
      total: [
        '',
        `合计${handed.length}件`,
        '',
        '',
        sum(handed, 'materials'),
        sum(handed, 'originals'),
        sum(handed, 'copies'),
      ],
    },
  }
}

const howWords: Readonly<Record<IssuedCase['how'], string>> = {
  self: '本人领取',
  proxy: '他人代领',
  post: '快递送到',
  'by-itself': '自动给到',
  posted: '寄出',
}

const issuedTable = (issued: readonly IssuedCase[]): PaperPart => ({
  table: {
    columns: [
      { name: '序', share: 1, isFigure: true },
      { name: '办件编号', share: 4.2 },
      { name: '出件的事项', share: 6 },
      { name: '申请人', share: 2 },
      { name: '怎么给的', share: 4.2 },
    ],
    rows: issued.map(({ caseNumber, officialName, applicantName, how, waybill }, at) => [
      String(at + 1),
      caseNumber,
      officialName,
      applicantName,
      [howWords[how], waybill].filter(Boolean).join(' '),
    ]),
  },
})

/** What was left open, with the reason it was handed over with. */
function openPart({ open, sealed }: DaySheet): PaperPart[] {
  if (open.length === 0) return []
  return [
    clauseOf(
      '没有办完的',
      open.map(({ caseId, kind, caseNumber, serviceName }) => {
        const reason = sealed?.reasons.find((one) => one.caseId === caseId && one.kind === kind)?.reason
        return `${caseNumber} ${serviceName}：${openWords[kind]}${reason ? `，原因：${reason}` : ''}`
      }),
    ),
  ]
}
