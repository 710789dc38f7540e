/** Draws a paper as a PDF of A4. */
import PDFDocument from 'pdfkit'
import type { Paper, PaperPart, PaperRow, PaperTable } from '@one-window/shared/papers/paper'
import { paperDay } from '@one-window/shared/papers/paper-words'
import { encode } from 'uqr'
import { chineseFont } from '../platform/chinese-font'
import { BODY, INK, LINE, PAGE, Pen, WIDE } from './pen'

const QUIET = '#4a525c'
const PAD = 5
const NAME_WIDE = 84
const SEAL = 100
const QR = 72

/** The PDF of a paper; `at` is when it is made. */
export async function drawPaper(paper: Paper, at: Date): Promise<Buffer> {
  const { title, number, hallName } = paper
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: chineseFont,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: `${title} ${number}`, Author: hallName, CreationDate: at, ModDate: at },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  const pen = new Pen(doc)
  drawHead(pen, paper)
  for (const part of paper.parts) drawPart(pen, part)
  drawAsk(pen, paper)
  drawEnd(pen, paper)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

function drawHead(pen: Pen, { title, number, hallName, under, addressee, sentences, box }: Paper): void {
  pen.write(hallName, PAGE.left, pen.y, WIDE / 2)
  if (number !== '') pen.write(`编号 ${number}`, PAGE.left + WIDE / 2, pen.y, WIDE / 2, { align: 'right' })
  pen.y += 24
  pen.say(title, { size: 19, bold: true, align: 'center' }, 8)
  if (under) pen.say(under, { align: 'center' }, 6)
  if (addressee) pen.say(`${addressee}：`, { size: 12, bold: true }, 2)
  for (const sentence of sentences) pen.say(sentence, { size: 12, indent: 24, gap: 6 })
  if (box) drawBox(pen, box)
}

function drawBox(pen: Pen, { say, big, more = '', side = [] }: NonNullable<Paper['box']>): void {
  const width = WIDE - 140
  const bigWritten = { size: 18, bold: true }
  const bigHeight = pen.height(big, width, bigWritten)
  const moreHeight = more ? pen.height(more, width) : 0
  const height = 16 + bigHeight + moreHeight + 16
  pen.need(height + 16)
  pen.y += 6
  pen.frame(pen.y, height, 1.5)
  const left = PAGE.left + 14
  pen.write(say, left, pen.y + 8, width)
  pen.write(big, left, pen.y + 24, width, bigWritten)
  if (more) pen.write(more, left, pen.y + 24 + bigHeight, width)
  const sideTop = pen.y + (height - side.length * 16) / 2
  side.forEach((line, at) => {
    pen.write(line, PAGE.right - 134, sideTop + at * 16, 120, { align: 'right' })
  })
  pen.y += height + 8
}

function drawPart(pen: Pen, part: PaperPart): void {
  if ('rows' in part) part.rows.forEach((row, at) => drawRow(pen, row, at === 0))
  else if ('table' in part) drawTable(pen, part.table)
  else {
    pen.y += 9
    pen.need(34)
    pen.say(part.title, { bold: true })
    for (const clause of part.clauses) pen.say(clause)
    pen.y += 4
  }
}

function drawRow(pen: Pen, { name, value }: PaperRow, isFirst: boolean): void {
  const text = [value].flat().join('\n')
  const width = WIDE - NAME_WIDE - 2 * 9
  const height = Math.max(pen.height(text || ' ', width), pen.height(name, NAME_WIDE - 12)) + 2 * PAD - 3
  pen.need(height)
  pen.write(name, PAGE.left + 9, pen.y + PAD, NAME_WIDE - 12, { bold: true })
  pen.write(text, PAGE.left + NAME_WIDE + 9, pen.y + PAD, width)
  drawSides(pen, height, isFirst, [NAME_WIDE])
}

/** The lines around and between the cells of a row, and the place of the next one. */
function drawSides(pen: Pen, height: number, isFirst: boolean, inside: readonly number[]): void {
  const bottom = pen.y + height
  const isTop = isFirst || pen.y === PAGE.top
  pen.line(PAGE.left, pen.y, PAGE.right, pen.y, isTop ? INK : LINE)
  pen.line(PAGE.left, bottom, PAGE.right, bottom, INK)
  for (const x of [0, WIDE]) pen.line(PAGE.left + x, pen.y, PAGE.left + x, bottom, INK)
  for (const x of inside) pen.line(PAGE.left + x, pen.y, PAGE.left + x, bottom)
  pen.y = bottom
}

function drawTable(pen: Pen, { columns, rows, total }: PaperTable): void {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / all) * WIDE)
  const edges = widths.slice(1).map((_, at) => widths.slice(0, at + 1).reduce((sum, one) => sum + one, 0))
  const drawCells = (cells: readonly string[], bold: boolean, isFirst = false) => {
    const inner = (at: number) => widths[at]! - 2 * PAD
    const height = Math.max(...cells.map((cell, at) => pen.height(cell || ' ', inner(at)))) + 2 * PAD - 3
    pen.need(height)
    cells.forEach((cell, at) => {
      const x = PAGE.left + (edges[at - 1] ?? 0) + PAD
      const align = columns[at]?.isFigure ? 'right' : 'left'
      pen.write(cell, x, pen.y + PAD, inner(at), { bold, align })
    })
    drawSides(pen, height, isFirst, edges)
  }
  drawCells(
    columns.map(({ name }) => name),
    true,
    true,
  )
  for (const row of rows) {
    if (typeof row === 'string') drawRow(pen, { name: '', value: row }, false)
    else drawCells(row, false)
  }
  if (total) drawCells(total, true)
}

function drawAsk(pen: Pen, { ask }: Paper): void {
  if (!ask) return
  pen.need(QR + 16)
  pen.y += 8
  const { data, size } = encode(ask.code, { ecc: 'M', border: 2 })
  const cell = QR / size
  pen.doc.fillColor('#000000')
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      // a hair wider, so that no viewer shows a seam
      if (isDark) pen.doc.rect(PAGE.left + x * cell, pen.y + y * cell, cell + 0.05, cell + 0.05)
    }),
  )
  pen.doc.fill()
  const width = WIDE - QR - 16
  let y = pen.y + 8
  for (const line of ask.lines) {
    pen.write(line, PAGE.left + QR + 12, y, width)
    y += pen.height(line, width) + 2
  }
  pen.y = Math.max(pen.y + QR, y) + 4
}

/** Lines to sign, the place of the seal, and the foot, at the end of the last sheet. */
function drawEnd(pen: Pen, { signs, seal, foot }: Paper): void {
  const perRow = seal ? 1 : 2
  const signHeight = Math.ceil(signs.length / perRow) * 30
  const footHeight = foot.reduce((sum, line) => sum + pen.height(line, WIDE, { size: 9.5 }), 0) + 10
  const height = Math.max(signHeight, seal ? SEAL + 4 : 0) + footHeight
  pen.need(height)
  pen.y = Math.max(pen.y, PAGE.bottom - height)
  const bottom = PAGE.bottom - footHeight
  const wide = perRow === 2 ? WIDE / 2 - 12 : 205
  signs.forEach((sign, at) => {
    const x = PAGE.left + (at % perRow) * (WIDE / 2 + 12)
    const y = bottom - signHeight + Math.floor(at / perRow) * 30 + 12
    const width = pen.doc.fontSize(BODY).widthOfString(sign) + 6
    pen.write(sign, x, y, wide)
    if (width < wide - 20) pen.line(x + width, y + 14, x + wide, y + 14, INK)
  })
  if (seal) drawSeal(pen, seal, bottom)
  pen.line(PAGE.left, bottom + 5, PAGE.right, bottom + 5)
  pen.y = bottom + 10
  for (const line of foot) pen.say(line, { size: 9.5, colour: QUIET })
}

function drawSeal(pen: Pen, { by, on }: NonNullable<Paper['seal']>, bottom: number): void {
  const x = PAGE.right - 45 - SEAL
  pen.doc
    .circle(x + SEAL / 2, bottom - SEAL / 2, SEAL / 2)
    .lineWidth(1)
    .dash(4, { space: 3 })
    .strokeColor(LINE)
    .stroke()
    .undash()
  const written = { size: 9, align: 'center' as const, gap: 2 }
  const lines = [by, paperDay(on), '盖章处']
  const height = lines.reduce((sum, line) => sum + pen.height(line, SEAL - 12, written), 0)
  let y = bottom - SEAL / 2 - height / 2
  for (const line of lines) {
    pen.write(line, x + 6, y, SEAL - 12, written)
    y += pen.height(line, SEAL - 12, written)
  }
}
