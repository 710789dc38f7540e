/** `npm run keys:rotate`, `keys:reseal`, `audit:verify` and `staff:first`: bundles the tool and runs it. It is in no package. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '..')
const outfile = path.join(root, '.build', 'tools', `tool-${process.pid}.cjs`)
const say = (line) => void process.stdout.write(`${line}\n`)

process.chdir(root)
try {
  await build({
    entryPoints: [path.join(here, 'tool.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  })
  const tools = createRequire(import.meta.url)(outfile)
  const [what, ...words] = process.argv.slice(2)
  if (!Object.hasOwn(tools, what)) throw new Error(`no such tool: ${what}`)
  const isWell = await tools[what]({
    dataFolder: process.env.DATA_DIR || '.data',
    now: new Date(),
    say,
    words,
  })
  if (isWell === false) process.exitCode = 1
} catch (error) {
  process.stderr.write(
    `${error?.name === 'Stopped' ? `没有做：${error.message}` : (error?.stack ?? error)}\n`,
  )
  process.exitCode = 1
} finally {
  fs.rmSync(outfile, { force: true })
}
