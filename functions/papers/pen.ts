/** A pen on sheets of A4: it writes, draws lines, and takes a new sheet when there is no room. */

export const PAGE = { left: 46, right: 549, top: 36, bottom: 806 }
export const WIDE = PAGE.right - PAGE.left
export const INK = '#14181d'
export const LINE = '#9aa3ad'
export const BODY = 10.5

type Doc = PDFKit.PDFDocument

interface Written {
  size?: number
  bold?: boolean
  colour?: string
  align?: 'left' | 'right' | 'center'
  indent?: number
  gap?: number
}

/** What is drawn next stands under what was drawn before. */
export class Pen {
  y = PAGE.top

  constructor(readonly doc: Doc) {}

  /** A new sheet when so much no longer fits on this one. */
  need(height: number): void {
    if (this.y + height <= PAGE.bottom) return
    this.doc.addPage()
    this.y = PAGE.top
  }

  height(text: string, width: number, { size = BODY, indent = 0, gap = 3 }: Written = {}): number {
    return this.doc.fontSize(size).heightOfString(text, { width, indent, lineGap: gap })
  }

  /** Writes at a place; where it ends is for whoever asked to know. */
  write(text: string, x: number, y: number, width: number, written: Written = {}): void {
    const { size = BODY, bold = false, colour = INK, align = 'left', indent = 0, gap = 3 } = written
    // one font is enough: a thin outline makes it bold
    this.doc
      .fontSize(size)
      .fillColor(colour)
      .strokeColor(colour)
      .lineWidth(size / 32)
      .text(text, x, y, { width, align, indent, lineGap: gap, fill: true, stroke: bold })
  }

  /** A paragraph over the whole width. */
  say(text: string, written: Written = {}, after = 0): void {
    const height = this.height(text, WIDE, written)
    this.need(height)
    this.write(text, PAGE.left, this.y, WIDE, written)
    this.y += height + after
  }

  line(x1: number, y1: number, x2: number, y2: number, colour = LINE, width = 0.6): void {
    this.doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).strokeColor(colour).stroke()
  }

  frame(y: number, height: number, width = 0.8): void {
    this.doc.rect(PAGE.left, y, WIDE, height).lineWidth(width).strokeColor(INK).stroke()
  }
}
