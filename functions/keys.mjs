/** `npm run keys:rotate` and `npm run keys:reseal`: bundles the tool and runs it. It is in no package. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '..')
const outfile = path.join(root, '.build', 'tools', `keep-keys-${process.pid}.cjs`)
const say = (line) => void process.stdout.write(`${line}\n`)

process.chdir(root)
try {
  await build({
    entryPoints: [path.join(here, 'keep-keys.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  })
  const { rotate, reseal } = createRequire(import.meta.url)(outfile)
  const keeping = { dataFolder: process.env.DATA_DIR || '.data', say }
  const what = process.argv[2]
  if (what === 'rotate') await rotate(keeping)
  else if (what === 'reseal') process.exitCode = (await reseal(keeping)) ? 0 : 1
  else throw new Error('usage: npm run keys:rotate | keys:reseal')
} catch (error) {
  process.stderr.write(
    `${error?.name === 'Stopped' ? `没有做：${error.message}` : (error?.stack ?? error)}\n`,
  )
  process.exitCode = 1
} finally {
  fs.rmSync(outfile, { force: true })
}
