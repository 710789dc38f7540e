/** A row of a table of items, read against the service it is about. */
import { dayOfSerial, writtenDay } from '../foundation/time'
import type { Day } from '../foundation/time'
import { toHalfWidth } from '../identity/identity'
import { problemsOfGuide } from './check-guide'
import type { CellNote, Difference } from './curated'
import { differenceOf } from './difference'
import {
  BEGINS,
  BUSINESS_ITEM,
  CODE,
  columnOf,
  columns,
  HANDLING,
  moreColumns,
  NAME,
  PROMISED,
} from './item-table'
import { businessItemOf, codeOf } from './item-cells'
import type { Cell } from './item-cells'
import { blankService } from './blank-service'
import type { Service } from './service'

const MOST_CHARACTERS = 500

/** A row that is new or changes something. */
export interface ChangedRow {
  row: number
  isNew: boolean
  service: Service
  /** When the row says so. */
  effectiveFrom?: Day
  differences: Difference[]
}

/** A table against the catalogue of a hall. */
export interface TableCheck {
  /** Nothing is written while there is one. */
  problems: CellNote[]
  warnings: CellNote[]
  changes: ChangedRow[]
  unchanged: number
  /** In force and not in the table. */
  missing: Service[]
}

/** What a table is compared with. */
export interface Compared {
  /** Every service in force at the hall. */
  services: readonly Service[]
  /** True for a service that somebody works on. */
  isOpen: (serviceId: string) => boolean
  /** The id of a service that the hall does not have yet, by what tells it from others. */
  newId: (name: string) => string
  today: Day
}

/** A cell as text, trimmed. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell).trim()
}

/** The day in a cell; undefined for one that does not exist. */
const dayOf = (cell: Cell | undefined): Day | undefined =>
  typeof cell === 'number'
    ? (dayOfSerial(cell) ?? writtenDay(String(cell)))
    : writtenDay(toHalfWidth(textOf(cell)).replace(/\s/g, ''))

/** A row of the sheet, by the places of its known columns. */
export interface Row {
  row: number
  cells: readonly Cell[]
  places: ReadonlyMap<string, number>
}

/** What a new row must say, for there is nothing to fall back on. */
const neededOfNew = ['领域', '事项类型', '服务对象', '审批层级(乡/县)', '办件频次']

const keyOf = (name: string, businessItem: string | null): string => `${name}\n${businessItem ?? ''}`

/** Finds the service a row is about: by its code, else by its name, each with the 业务办理项. */
export const finder = (services: readonly Service[]) => {
  const byCode: Record<string, Service[]> = {}
  const byName: Record<string, Service> = {}
  for (const service of services) {
    if (service.code !== null) (byCode[service.code] ??= []).push(service)
    byName[keyOf(service.name, service.businessItem)] = service
  }
  return (code: string | null, name: string, businessItem: string | null): Service | undefined =>
    (code === null ? [] : (byCode[code] ?? [])).filter(
      (service, _at, all) =>
        service.businessItem === businessItem || (businessItem === null && all.length === 1),
    )[0] ?? byName[keyOf(name, businessItem)]
}

/** Reads a row: what is wrong goes into the check, and so does what it changes. Answers the service as the row says it. */
export function readRow(
  { row, cells, places }: Row,
  find: ReturnType<typeof finder>,
  compared: Compared,
  check: TableCheck,
): { service: Service } {
  const cellOf = (column: string): Cell | undefined =>
    places.has(column) ? cells[places.get(column) as number] : undefined
  const problem = (column: string, message: string) => void check.problems.push({ row, column, message })
  const before = check.problems.length
  const code = codeOf(textOf(cellOf(CODE)))
  if (typeof cellOf(CODE) === 'number')
    problem(CODE, '编码成了数字，前面的0和后面的位会丢；请把这一列设成文本，照省平台重抄')
  const businessItem = businessItemOf(textOf(cellOf(BUSINESS_ITEM)))
  const name = textOf(cellOf(NAME))
  const known = find(code, name, businessItem)
  const start = known ?? blankService(compared.newId(keyOf(code ?? name, businessItem)), name, businessItem)
  let service = start
  for (const { name: column, shown, read } of [...columns, ...moreColumns]) {
    const place = places.get(column)
    if (place === undefined || !shown) continue
    const text = textOf(cells[place])
    if (
      known
        ? text === String(shown(known)).trim()
        : text === '' && !neededOfNew.includes(column) && !isNeeded(column)
    )
      continue
    if (!read) {
      if (text !== String(shown(service)))
        check.warnings.push({ row, column, message: `照时限算应是“${shown(service) || '空着'}”，以时限为准` })
      continue
    }
    if (text === '' && isNeeded(column)) {
      problem(column, '请填这一项')
      continue
    }
    if (text.length > MOST_CHARACTERS) {
      problem(column, `最多${MOST_CHARACTERS}个字，请写短一点`)
      continue
    }
    const said = read(text, start)
    if ('problem' in said) problem(column, said.problem)
    else service = { ...service, ...said }
  }
  const effectiveFrom = beginOf(cellOf(BEGINS), compared.today, (message) => problem(BEGINS, message))
  const differences = known ? differenceOf(known, service) : []
  const isChange = !known || differences.length > 0
  if (isChange && compared.isOpen(service.serviceId))
    problem(NAME, '这件事有一份草稿或待批准的没办完，请先处理它，再导入')
  if (check.problems.length === before) noteRules(row, service, !known, check, isChange)
  if (check.problems.length > before) return { service }
  if (!isChange) check.unchanged += 1
  else
    check.changes.push({
      ...{ row, isNew: !known, service, differences },
      ...(effectiveFrom && { effectiveFrom }),
    })
  return { service }
}

const isNeeded = (name: string): boolean => columns.some((column) => column.name === name && column.isNeeded)

function beginOf(cell: Cell | undefined, today: Day, problem: (message: string) => void): Day | undefined {
  if (textOf(cell) === '') return undefined
  const day = dayOf(cell)
  if (day === undefined) problem(`没有“${textOf(cell)}”这一天，请按 2026-11-28 这样写`)
  else if (day < today) problem('生效日已经过去，请改成今天或以后')
  return day
}

/** The rules of a guide, under the columns of the table; what the table does not hold is left to the draft. */
function noteRules(
  row: number,
  service: Service,
  isNew: boolean,
  check: TableCheck,
  isChange: boolean,
): void {
  for (const { field, message, isWarning } of problemsOfGuide(service)) {
    const isOfSteps = field === 'steps' || field === 'materials' || field === 'questions'
    const column =
      field !== 'steps' ? columnOf(field) : service.handlingType === 'immediate' ? HANDLING : PROMISED
    if (isWarning || (isOfSteps && service.handlingType === 'promised')) {
      if (isChange)
        check.warnings.push({ row, column, message: isWarning ? message : `${message}；导入后在草稿里改` })
    } else check.problems.push({ row, column, message })
  }
  if (isNew)
    check.warnings.push({
      row,
      column: NAME,
      message: '新的一件事：导入后是草稿，材料和步骤补齐了才能送批准',
    })
}
