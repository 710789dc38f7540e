/** `node tests/bench/run.mjs <name>`: bundles the bench of that name, or the screenshots, runs it, prints JSON lines. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildFunctions } from '../../functions/build.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../..')
const name = process.argv[2] ?? ''
const source = path.join(name === 'screenshots' ? path.join(root, 'tests', name) : here, `${name}.ts`)

if (!/^[a-z-]+$/.test(name) || !fs.existsSync(source)) {
  const names = fs
    .readdirSync(here)
    .filter((file) => /^[a-z]+\.ts$/.test(file) && !/^(ground|server)/.test(file))
  process.stderr.write(`usage: npm run bench:${names.map((file) => file.replace('.ts', '')).join(' | ')}\n`)
  process.exit(2)
}
process.chdir(root)
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
await buildFunctions()
const outfile = path.join(root, '.build', 'bench', `${name}.cjs`)
await build({
  entryPoints: [source],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['playwright-core', '@sparticuz/chromium', 'esbuild', 'sharp'],
  logLevel: 'error',
})
const { run } = createRequire(import.meta.url)(outfile)
/** A figure that misses its limit says `ok: false`, and the bench ends with status 1. */
await run((line) => {
  process.stdout.write(`${JSON.stringify({ bench: name, ...line })}\n`)
  if (line.ok === false) process.exitCode = 1
})
