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

const byId = (): ReadonlyMap<string, Service> =>
  (services ??= new Map(read<Service[]>('services.json').map((service) => [service.serviceId, service])))

/** The guide of an id as it came with the product; undefined when there is none. */
export const findService = (serviceId: string): Service | undefined => byId().get(serviceId)

/** Every guide that came with the product, in the order of lists. */
export const listBuiltIn = (): Service[] => [...byId().values()]

/** The list rows by id, in the order of the catalogue. */
export const listSummaries = (): ReadonlyMap<string, ServiceSummary> =>
  (summaries ??= new Map(read<ServiceSummary[]>('summaries.json').map((row) => [row.serviceId, row])))

/** The index that searching reads. */
export const findIndex = (): SearchIndex => (index ??= read<SearchIndex>('search-index.json'))
