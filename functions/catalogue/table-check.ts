/** A table that was uploaded, compared with the catalogue of a hall as it is now. */
import { createHash } from 'node:crypto'
import { checkTable } from '@one-window/shared/catalogue/check-table'
import type { TableCheck } from '@one-window/shared/catalogue/read-row'
import { isOpen } from '@one-window/shared/catalogue/guide-version'
import { chinaDay } from '@one-window/shared/foundation/time'
import { fingerprint } from '../platform/crypto'
import type { Context } from '../platform/implement'
import { listMarks, type VersionMark } from './guide-store'
import { ownHall } from './guides'
import { catalogueOf } from './hall-catalogue'
import { ownServiceId } from './own-service-id'
import { readSheet } from './spreadsheet'
import { tableOf } from './table-file'

export interface CheckedFile extends TableCheck {
  /** Of the file and of all it was compared with. */
  checkId: string
  /** The versions of each service that were there before. */
  marks: ReadonlyMap<string, VersionMark[]>
  /** Services of which this very check has already written a draft. */
  written: ReadonlySet<string>
}

/**
 * Reads and checks. With `writing`, the id of a check that is being confirmed, what that check has already written does
 * not count: the same file and the same catalogue give the same id until all is written.
 */
export async function checkFile(
  hallId: string,
  fileId: string,
  context: Context,
  writing?: string,
): Promise<CheckedFile> {
  const { caller, now } = context
  ownHall(hallId, caller)
  const file = await tableOf(fileId, context)
  const [rows, catalogue, all] = await Promise.all([
    readSheet(file),
    catalogueOf(hallId, now),
    listMarks(hallId),
  ])
  const written = new Set<string>()
  const marks = new Map<string, VersionMark[]>()
  for (const mark of all)
    if (writing !== undefined && mark.checkId === writing) written.add(mark.serviceId)
    else marks.set(mark.serviceId, [...(marks.get(mark.serviceId) ?? []), mark])
  const inForce = catalogue.listAll()
  const today = chinaDay(now)
  const check = checkTable(rows, {
    services: inForce.filter(({ service }) => service.state !== 'cancelled').map(({ service }) => service),
    isOpen: (serviceId) => (marks.get(serviceId) ?? []).some(({ state }) => isOpen(state)),
    newId: (name) => ownServiceId(`${hallId}\n${name}`),
    today,
  })
  const state = [...marks.values()]
    .flat()
    .map(({ serviceId, version, state: stands, revision }) => [serviceId, version, stands, revision])
  const bytes = createHash('sha256').update(file).digest('base64url')
  const versions = inForce.map(({ service, version }) => [service.serviceId, version])
  return { ...check, checkId: fingerprint([hallId, today, bytes, state, versions]), marks, written }
}
