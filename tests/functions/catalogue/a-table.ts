/** Tables of items for tests, as somebody has uploaded them. */
import type { Service } from '@one-window/shared/catalogue/service'
import { tableOfItems } from '@one-window/shared/catalogue/item-table'
import { XLSX } from '@one-window/shared/files/may-upload'
import type { Person } from '../../support/local-app'

type Value = string | number | Date | null

/** The bytes of a workbook with these rows. */
export async function workbook(rows: readonly (readonly Value[])[]): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node')
  const typed = (value: Value) => {
    if (value === null) return null
    if (value instanceof Date) return { type: Date, value, format: 'yyyy-mm-dd' }
    return typeof value === 'number' ? { type: Number, value } : { type: String, value }
  }
  return write(rows.map((row) => row.map(typed))).toBuffer()
}

/** Uploads a table as a person, as their browser does; answers the id of the file. */
export async function uploaded(person: Person, bytes: Uint8Array, hallId = 'yonghe'): Promise<string> {
  const { upload } = await import('../files/a-file')
  const { file } = await upload(person.app, person, Buffer.from(bytes), {
    ...{ hallId, purpose: 'table', name: '进驻事项表.xlsx', serviceId: undefined, materialId: undefined },
    type: XLSX,
  })
  return file.fileId
}

/** The rows of the whole catalogue as it came with the product: the head first. */
export const builtInRows = async (): Promise<Value[][]> => {
  const { assembleCatalogue } = await import('../../../functions/catalogue/build-catalogue')
  return tableOfItems(assembleCatalogue().services)
}

/** A table in which a few cells of a few services are other than in the catalogue. */
export async function changedRows(
  changes: Readonly<Record<Service['serviceId'], Readonly<Record<string, Value>>>>,
): Promise<Value[][]> {
  const { assembleCatalogue } = await import('../../../functions/catalogue/build-catalogue')
  const { services } = assembleCatalogue()
  const rows = tableOfItems(services) as Value[][]
  const head = rows[0] as string[]
  services.forEach(({ serviceId }, at) => {
    for (const [column, value] of Object.entries(changes[serviceId] ?? {})) {
      if (!head.includes(column)) head.push(column)
      rows[at + 1]![head.indexOf(column)] = value
    }
  })
  return rows
}

/** A table of one new service. */
export const newRow = (name: string): Value[][] => [
  ['事项名称', '领域', '事项类型', '服务对象', '办件类型', '承诺时限', '审批层级(乡/县)', '办件频次'],
  [name, '民政', '公共服务', '自然人', '承诺件', 5, '乡', '低频事项'],
]
