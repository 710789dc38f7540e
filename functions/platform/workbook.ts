/** A cell of a workbook; words in bold stand over others. */
export type WorkbookCell = string | number | { readonly bold: string }

export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly (readonly WorkbookCell[])[]
  /** Of the columns, in letters. */
  readonly widths: readonly number[]
  /** So many first rows stay in sight. */
  readonly sticky?: number
}

/** The library looks its texts up in a plain object, which knows such names already; a blank keeps them apart. */
const told = (text: string): string => (text in {} ? `${text} ` : text)

const cellOf = (value: WorkbookCell) =>
  typeof value === 'number'
    ? { type: Number, value }
    : typeof value === 'string'
      ? { type: String, value: told(value) }
      : { type: String, value: told(value.bold), fontWeight: 'bold' as const }

/** Writes an XLSX. A text is typed as text, so that no program reads one as a formula, whatever it begins with. */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const { writeXlsx } = await import('./xlsx.lazy')
  const written = writeXlsx(
    sheets.map(({ name, rows, widths, sticky }) => ({
      sheet: name,
      data: rows.map((row) => row.map(cellOf)),
      columns: widths.map((width) => ({ width })),
      ...(sticky && { stickyRowsCount: sticky }),
    })),
  )
  return Buffer.from(await (await written.toBlob()).arrayBuffer())
}
