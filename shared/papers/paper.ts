/** A paper (凭证、告知书) as data: what stands on it. One drawing of it for screen and printer, one for PDF. */
import type { Day } from '../foundation/time'

export interface PaperRow {
  name: string
  /** One line, or several under each other. */
  value: string | readonly string[]
}

export interface PaperColumn {
  name: string
  /** Its part of the width. */
  share: number
  /** Figures stand at the right. */
  isFigure?: boolean
}

export interface PaperTable {
  columns: readonly PaperColumn[]
  /** Cells by column; a text alone is a heading of the rows under it. */
  rows: readonly (readonly string[] | string)[]
  /** What the figures add up to. */
  total?: readonly string[]
}

/** Clauses are the legal text: what follows, what can be done against it, who to ask. */
export type PaperPart =
  { rows: readonly PaperRow[] } | { table: PaperTable } | { title: string; clauses: readonly string[] }

export interface Paper {
  title: string
  number: string
  hallName: string
  /** Under the title: day and counts. */
  under?: string
  addressee?: string
  sentences: readonly string[]
  /** What matters most on it: a due day, large. */
  box?: { say: string; big: string; more?: string; side?: readonly string[] }
  parts: readonly PaperPart[]
  /** A code to scan, and what can be asked with it. */
  ask?: { code: string; lines: readonly string[] }
  /** Lines to write on: names of staff are never printed, they sign. */
  signs: readonly string[]
  /** Where the seal goes, over whose name and which day. */
  seal?: { by: string; on: Day }
  foot: readonly string[]
}

/** A part that has rows to show. */
export const rowsOf = (...rows: (PaperRow | undefined | false | '')[]): PaperPart => ({
  rows: rows.flatMap((row) => (row ? [row] : [])),
})
