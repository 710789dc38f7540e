/** The catalogue as it is served: checked, and written as static files. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOfCatalogue } from '@one-window/shared/catalogue/check-catalogue'
import { Service, summarise } from '@one-window/shared/catalogue/service'
import type { ServiceSummary } from '@one-window/shared/catalogue/service'
import type { SearchIndex } from '@one-window/shared/catalogue/search-index'
import { rawRecords, readRecords } from './build-records'
import { buildSearchIndex } from './build-search-index'

export interface BuiltCatalogue {
  services: Service[]
  summaries: ServiceSummary[]
  index: SearchIndex
}

/** Checks the data and makes what is served from it; throws one error that lists every broken rule. */
export const assembleCatalogue = (raw: readonly unknown[] = rawRecords): BuiltCatalogue => {
  const { records, problems } = readRecords(raw)
  const broken = [...problems, ...problemsOfCatalogue(records)]
  if (broken.length > 0) throw new Error(`The catalogue breaks ${broken.length} rules:\n${broken.join('\n')}`)
  const services = records.map((record) => Service.parse(record))
  return { services, summaries: services.map(summarise), index: buildSearchIndex(services) }
}

/** Writes `services.json`, `summaries.json` and `search-index.json`; equal data gives equal bytes. */
export const buildCatalogue = (outDir: string): BuiltCatalogue => {
  const built = assembleCatalogue()
  mkdirSync(outDir, { recursive: true })
  writeFileSync(join(outDir, 'services.json'), JSON.stringify(built.services))
  writeFileSync(join(outDir, 'summaries.json'), JSON.stringify(built.summaries))
  writeFileSync(join(outDir, 'search-index.json'), JSON.stringify(built.index))
  return built
}
