/** Every contract is implemented once and tested; every refusal is somebody's, and some test meets it. */
import { dirname } from 'node:path'
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { problemCodes, problemStatus, problemTitle } from '@one-window/shared/foundation/problems'
import { testEnvironment } from '../support/environment'
import { filesIn, root, textOf } from '../support/source-files'

interface Declared {
  name: string
  capability: string
  contract: Endpoint
}

const declared: Declared[] = []
let implemented: readonly Endpoint[] = []
beforeAll(async () => {
  testEnvironment('http://127.0.0.1:1')
  for (const file of filesIn('shared').filter((path) => path.endsWith('/endpoints.ts')))
    for (const [name, contract] of Object.entries(
      (await import(`${root}/${file}`)) as Record<string, Endpoint>,
    ))
      if (contract.method) declared.push({ name, capability: dirname(file).split('/')[1]!, contract })
  const { endpoints } = await import('../../functions/endpoints')
  implemented = endpoints.map(({ contract }) => contract)
})

const testsIn = (...folders: string[]): string =>
  filesIn(...folders)
    .filter((file) => file.endsWith('.ts'))
    .map(textOf)
    .join('\n')

test('contracts are read', () => {
  expect(declared.length).toBeGreaterThan(20)
})

test('every contract is implemented exactly once, and nothing else is', () => {
  const times = declared.map(({ name, contract }) => [
    name,
    implemented.filter((each) => each === contract).length,
  ])
  expect(times.filter(([, count]) => count !== 1)).toEqual([])
  expect(implemented).toHaveLength(declared.length)
})

test('contract, file and address share their words: the file is named after the contract', () => {
  const files = new Set(filesIn('functions'))
  const missing = declared
    .map(
      ({ name, capability }) =>
        `functions/${capability}/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`,
    )
    .filter((file) => !files.has(file))
  expect(missing).toEqual([])
})

test('every contract says who may call it, and what it is', () => {
  const silent = declared.filter(
    ({ contract }) =>
      !contract.summary || (contract.allow !== 'anyone' && Object.keys(contract.allow ?? {}).length === 0),
  )
  expect(silent).toEqual([])
})

test('every address is asked over HTTP by some test', () => {
  const asked = testsIn('tests/functions', 'tests/journeys')
  const unasked = declared.filter(({ contract }) => {
    const parts = contract.path.split(/\{\w+\}/).map((part) => part.replace(/[/.]/g, '\\$&'))
    return !new RegExp(`${parts.join('[^\'"`\\s]+')}(?=[\'"\`?\\s])`).test(asked)
  })
  expect(unasked.map(({ name }) => name)).toEqual([])
})

test('every refusal that a contract lists is met by a test of its capability or a journey', () => {
  const journeys = testsIn('tests/journeys')
  const unmet = declared.flatMap(({ name, capability, contract }) => {
    const tests = `${testsIn(`tests/functions/${capability}`)}${journeys}`
    const isMet = (code: string) =>
      tests.includes(`'${code}'`) || (code === 'not-found' && /\b404\b/.test(tests))
    return contract.refuses.filter((code) => !isMet(code)).map((code) => `${name}: ${code}`)
  })
  expect(unmet).toEqual([])
})

test('every refusal of the one page is used, has a status of 4xx or 5xx, and says what to do next', () => {
  const code = testsIn('functions')
  const listed = new Set(declared.flatMap(({ contract }) => contract.refuses))
  expect(problemCodes.filter((each) => !listed.has(each) && !code.includes(`'${each}'`))).toEqual([])
  expect(problemCodes.filter((each) => problemStatus(each) < 400 || problemStatus(each) > 599)).toEqual([])
  expect(problemCodes.filter((each) => !/[，；]/.test(problemTitle(each)))).toEqual([])
})
