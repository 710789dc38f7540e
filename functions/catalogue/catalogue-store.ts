/** The catalogue as it was built: static files beside the bundle, read once, never a table. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchIndex } from '@one-window/shared/catalogue/search-index'
import type { Service, ServiceSummary } from '@one-window/shared/catalogue/service'

const beside = join(__dirname, 'catalogue')
const folder = existsSync(beside) ? beside : join(process.cwd(), '.build', 'catalogue')
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T

let services: Map<string, Service> | undefined
let summaries: Map<string, ServiceSummary> | undefined
let index: SearchIndex | undefined

/** The guide of an id; undefined when there is none. */
export const findService = (serviceId: string): Service | undefined =>
  (services ??= new Map(read<Service[]>('services.json').map((service) => [service.serviceId, service]))).get(
    serviceId,
  )

/** The list rows by id, in the order of the catalogue. */
export const listSummaries = (): ReadonlyMap<string, ServiceSummary> =>
  (summaries ??= new Map(read<ServiceSummary[]>('summaries.json').map((row) => [row.serviceId, row])))

/** The index that searching reads. */
export const findIndex = (): SearchIndex => (index ??= read<SearchIndex>('search-index.json'))
