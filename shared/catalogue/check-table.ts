/**
 * A table of items (进驻事项表) against the catalogue of a hall, before anything is changed: every problem by row and
 * column, and what each row would change.
 */
import { toHalfWidth } from '../identity/identity'
import { codesOf } from './check-guide'
import type { Cell } from './item-cells'
import { CODE, columns, moreColumns, NAME } from './item-table'
import { finder, readRow, textOf } from './read-row'
import type { Compared, TableCheck } from './read-row'
import type { Service } from './service'

const HEAD_ROWS = 5
const MOST_ROWS = 5000
const allColumns = [...columns, ...moreColumns]

interface Head {
  row: number
  /** The place of each known column. */
  places: ReadonlyMap<string, number>
}

const plainName = (text: string): string =>
  toHalfWidth(text)
    .replace(/\s/g, '')
    .replace(/^审批层级$/, '审批层级(乡/县)')

function headOf(rows: readonly (readonly Cell[])[], check: TableCheck): Head | undefined {
  const at = rows.slice(0, HEAD_ROWS).findIndex((row) => row.some((cell) => plainName(textOf(cell)) === NAME))
  if (at < 0) {
    check.problems.push({ row: 1, column: NAME, message: '没有找到表头，请保留写着“事项名称”的那一行' })
    return undefined
  }
  const places = new Map<string, number>()
  ;(rows[at] ?? []).forEach((cell, place) => {
    const name = plainName(textOf(cell))
    if (name === '') return
    const note = { row: at + 1, column: name }
    if (places.has(name)) check.problems.push({ ...note, message: '这一列有两个，请留一个' })
    else if (!allColumns.some((column) => column.name === name))
      check.warnings.push({ ...note, message: '不认识这一列，导入时不看它' })
    else places.set(name, place)
  })
  for (const { name, isNeeded, read } of columns)
    if (!places.has(name) && (isNeeded || read))
      check[isNeeded ? 'problems' : 'warnings'].push({
        row: at + 1,
        column: name,
        message: isNeeded ? '缺这一列，请补上' : '没有这一列，原来写的不动',
      })
  return { row: at, places }
}

/** Checks a table; the rows are those of the sheet, the first being Excel's row 1. */
export function checkTable(rows: readonly (readonly Cell[])[], compared: Compared): TableCheck {
  const check: TableCheck = { problems: [], warnings: [], changes: [], unchanged: 0, missing: [] }
  const head = headOf(rows, check)
  if (!head || check.problems.length > 0) return check
  if (rows.length - head.row - 1 > MOST_ROWS) {
    check.problems.push({ row: MOST_ROWS, column: NAME, message: `最多${MOST_ROWS}行，请分成几张表` })
    return check
  }
  const find = finder(compared.services)
  const rowOfService: Record<string, number> = {}
  const result: { row: number; service: Service }[] = []
  rows.forEach((cells, at) => {
    if (at <= head.row || cells.every((cell) => textOf(cell) === '')) return
    const read = readRow({ row: at + 1, cells, places: head.places }, find, compared, check)
    const { serviceId } = read.service
    const before = rowOfService[serviceId]
    if (before !== undefined)
      check.problems.push({
        row: at + 1,
        column: NAME,
        message: `和第${before}行是同一件事；请删一行，或在业务办理项里写清楚`,
      })
    else {
      rowOfService[serviceId] = at + 1
      result.push({ row: at + 1, service: read.service })
    }
  })
  const untouched = compared.services.filter(({ serviceId }) => rowOfService[serviceId] === undefined)
  check.missing = untouched
  const taken = codesOf([...result.map(({ service }) => service), ...untouched])
  for (const { row, service } of result) {
    const other = taken(service)
    if (!other) continue
    const place = rowOfService[other.serviceId]
    check.problems.push({
      row,
      column: CODE,
      message: `编码和${place === undefined ? `“${other.plainName}”` : `第${place}行`}一样；请核对，或各写各的业务办理项`,
    })
  }
  const wrong = new Set(check.problems.map(({ row }) => row))
  check.changes = check.changes.filter(({ row }) => !wrong.has(row))
  check.problems.sort((one, other) => one.row - other.row)
  return check
}
