/** `npm test`: installs and builds what is missing, runs the tests, ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../functions/install.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const result = path.join(root, '.data', `test-result.${process.pid}.json`)
const asked = process.argv.slice(2)
const say = (line) => void process.stdout.write(`${line}\n`)

/** The last line, in every case: whoever reads only that is not misled. */
const end = (passed, failed) => {
  say(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}

/** Only tests of whole built apps need them built; a run of named others starts at once. */
const needsApps =
  asked.every((word) => word.startsWith('-')) || asked.some((word) => /weapp|browser|local/.test(word))

const build = async () => {
  const { buildFunctions } = await import('../functions/build.mjs')
  await buildFunctions()
  if (!needsApps) return
  const { buildMiniapp } = await import('../miniapp/build.mjs')
  for (const platform of ['weapp', 'h5']) await buildMiniapp(platform)
}

const missing = ensureInstalled(say)
if (missing) {
  say(missing)
  end(0, 1)
}
try {
  await build()
} catch (error) {
  say(String(error.stack ?? error))
  end(0, 1)
}
fs.mkdirSync(path.dirname(result), { recursive: true })
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${result}`, ...asked],
  // jest prints its report on stderr and, because of --json, the whole result on stdout
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
)
if (!fs.existsSync(result)) end(0, 1)
const counted = JSON.parse(fs.readFileSync(result, 'utf8'))
fs.rmSync(result)
const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites
const nothingRan = counted.numTotalTests === 0
end(counted.numPassedTests, failed === 0 && (status !== 0 || nothingRan) ? 1 : failed)
