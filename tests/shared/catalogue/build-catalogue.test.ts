import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assembleCatalogue, buildCatalogue } from '../../../functions/catalogue/build-catalogue'
import { rawRecords } from '../../../functions/catalogue/build-records'

const folders: string[] = []
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  folders.push(folder)
  return join(folder, 'catalogue')
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

test('equal data gives equal files, in less than three seconds', () => {
  const [one, two] = [aFolder(), aFolder()]
  const began = performance.now()
  buildCatalogue(one)
  expect(performance.now() - began).toBeLessThan(3000)
  buildCatalogue(two)
  const files = readdirSync(one).sort()
  expect(files).toEqual(['search-index.json', 'services.json', 'summaries.json'])
  for (const file of files)
    expect(readFileSync(join(one, file), 'utf8')).toBe(readFileSync(join(two, file), 'utf8'))
})

test('what is served leaves out where it comes from', () => {
  const { services } = assembleCatalogue()
  expect(services[0]).not.toHaveProperty('sources')
  expect(services[0]).not.toHaveProperty('refCodes')
})

test('broken data stops the build with every problem in one list', () => {
  const [first, second, ...rest] = rawRecords as Record<string, unknown>[]
  const broken = [{ ...first, promisedDays: 31 }, { ...second, feeNote: undefined }, ...rest]
  expect(() => assembleCatalogue(broken)).toThrow(/dibao-shenqing: 承诺31天，法定30天/)
  expect(() => assembleCatalogue(broken)).toThrow(/dibao-bianyuan: feeNote/)
})
