import { exportTable } from '@one-window/shared/catalogue/endpoints'
import { tableOfItems } from '@one-window/shared/catalogue/item-table'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { ownHall } from './guides'
import { catalogueOf } from './hall-catalogue'
import { writeSheet } from './spreadsheet'

const TITLE = '进驻事项表'
const widths = [6, 24, 14, 22, 36, 24, 14, 14, 10, 10, 10, 14, 14, 14, 20, 14, 16, 12, 12, 30]

export default implement(exportTable, async ({ hallId }, { caller, now }) => {
  ownHall(hallId, caller)
  const services = (await catalogueOf(hallId, now)).listAll().map(({ service }) => service)
  const rows = tableOfItems(services.filter(({ state }) => state !== 'cancelled'))
  const file = await writeSheet(rows, { name: TITLE, widths })
  return { name: `${TITLE}${chinaDay(now)}.xlsx`, table: file.toString('base64') }
})
