import { exportTable } from '@one-window/shared/catalogue/endpoints'
import { tableOfItems } from '@one-window/shared/catalogue/item-table'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { workbook } from '../platform/workbook'
import { ownHall } from './guides'
import { catalogueOf } from './hall-catalogue'

const TITLE = '进驻事项表'
const widths = [6, 24, 14, 22, 36, 24, 14, 14, 10, 10, 10, 14, 14, 14, 20, 14, 16, 12, 12, 30]

export default implement(exportTable, async ({ hallId }, { caller, now }) => {
  ownHall(hallId, caller)
  const services = (await catalogueOf(hallId, now)).listAll().map(({ service }) => service)
  const [head = [], ...rows] = tableOfItems(services.filter(({ state }) => state !== 'cancelled'))
  const file = await workbook([
    { name: TITLE, rows: [head.map((name) => ({ bold: String(name) })), ...rows], widths, sticky: 1 },
  ])
  return { name: `${TITLE}${chinaDay(now)}.xlsx`, table: file.toString('base64') }
})
