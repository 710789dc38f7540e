/**
 * Bundles the functions: the same files run on Lambda, on one machine and in the tests.
 * `.build/functions/<name>/index.js`, with the catalogue beside every bundle that reads it.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '..')
const out = path.join(root, '.build', 'functions')
const catalogue = path.join(root, '.build', 'catalogue')
const stampFile = path.join(out, 'stamp.json')
const CATALOGUE_READER = 'functions/catalogue/catalogue-store.ts'
/** Draws Chinese words: Lambda has no fonts. */
const WORDS_DRAWER = 'functions/platform/chinese-font.ts'

/** Where the bundle of a function lies. */
export const bundlePath = (name) => path.join(out, name, 'index.js')

const filesUnder = (folder, wanted) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(file, wanted) : wanted.test(entry.name) ? [file] : []
    })

/** Every function: the HTTP one, each job, each stream, what an upload sets going, and the local run. */
export const entries = () => [
  { name: 'api', file: path.join(here, 'api.ts') },
  ...filesUnder(here, /\.(job|stream|bucket)\.ts$/).map((file) => ({
    name: path.basename(file).replace(/\.(job|stream|bucket)\.ts$/, ''),
    file,
  })),
  { name: 'local', file: path.join(here, 'local.ts') },
]

const sourceHash = () => {
  const hash = createHash('sha256').update(process.version)
  const files = [here, path.join(root, 'shared')].flatMap((folder) => filesUnder(folder, /\.(ts|json|mjs)$/))
  for (const file of [...files, path.join(root, 'package-lock.json')])
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file))
  return hash.digest('hex')
}

const isBuilt = (hash) => {
  try {
    const stamp = JSON.parse(fs.readFileSync(stampFile, 'utf8'))
    return stamp.hash === hash && stamp.files.every((file) => fs.existsSync(path.join(root, file)))
  } catch {
    return false
  }
}

const settings = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // the ES modules of the SDK lose what nobody uses: 150 KB less to read on a cold start
  mainFields: ['module', 'main'],
  minify: true,
  // native code: `npm run package` puts it beside the bundle
  external: ['sharp', '@embedpdf/fonts-sc'],
  legalComments: 'none',
  logLevel: 'silent',
  absWorkingDir: root,
}

/** A module `*.lazy.ts` is a file of its own beside the bundles that load it: a cold start does without it. */
const LAZY = /\.lazy$/
const besideTheBundle = {
  name: 'lazy',
  setup: ({ onResolve }) =>
    onResolve({ filter: LAZY }, ({ path: name }) => ({
      path: `./${path.basename(name)}.js`,
      external: true,
    })),
}

const fontFile = () =>
  path.join(
    path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')),
    '..',
    'fonts',
    'NotoSansHans-Regular.otf',
  )

/** Builds what changed since the last time; answers the directory and whether anything was built. */
export async function buildFunctions({ force = false } = {}) {
  const hash = sourceHash()
  if (!force && isBuilt(hash)) return { out, built: false }
  const esbuild = await import('esbuild')
  await buildCatalogue(esbuild)
  const all = entries()
  const { metafile } = await esbuild.build({
    ...settings,
    entryPoints: all.map(({ name, file }) => ({ in: file, out: `${name}/index` })),
    outdir: out,
    sourcemap: 'linked',
    metafile: true,
    plugins: [besideTheBundle],
  })
  const lazy = path.join(root, '.build', 'lazy')
  const { metafile: later } = await esbuild.build({
    ...settings,
    entryPoints: filesUnder(here, /\.lazy\.ts$/),
    entryNames: '[name]',
    outdir: lazy,
    metafile: true,
    // pdfkit asks where it lies
    define: { 'import.meta.url': 'itsPlace' },
    banner: { js: 'const itsPlace = require("node:url").pathToFileURL(__filename).href' },
  })
  const files = []
  for (const { name } of all) {
    const bundle = path.relative(root, bundlePath(name))
    files.push(bundle)
    const { imports, inputs } = metafile.outputs[bundle]
    let drawsWords = WORDS_DRAWER in inputs
    for (const { path: beside, external } of imports) {
      if (!external || !beside.endsWith('.lazy.js')) continue
      const file = path.join(lazy, path.basename(beside))
      fs.cpSync(file, path.join(out, name, path.basename(beside)))
      files.push(path.join(path.dirname(bundle), path.basename(beside)))
      drawsWords ||= WORDS_DRAWER in later.outputs[path.relative(root, file)].inputs
    }
    if (drawsWords) {
      const font = path.join(path.dirname(bundle), 'font.otf')
      fs.copyFileSync(fontFile(), path.join(root, font))
      files.push(font)
    }
    if (!(CATALOGUE_READER in inputs)) continue
    fs.cpSync(catalogue, path.join(out, name, 'catalogue'), { recursive: true })
    files.push(path.join(path.dirname(bundle), 'catalogue', 'services.json'))
  }
  const names = new Set(all.map(({ name }) => name))
  for (const entry of fs.readdirSync(out, { withFileTypes: true }))
    if (entry.isDirectory() && !names.has(entry.name))
      fs.rmSync(path.join(out, entry.name), { recursive: true })
  fs.writeFileSync(stampFile, JSON.stringify({ hash, files }))
  return { out, built: true }
}

/** The catalogue's files are made by its own checked code, run once here. */
async function buildCatalogue(esbuild) {
  const script = path.join(root, '.build', 'tools', `build-catalogue-${process.pid}.cjs`)
  await esbuild.build({
    ...settings,
    minify: false,
    entryPoints: [path.join(here, 'catalogue', 'build-catalogue.ts')],
    outfile: script,
  })
  const fresh = `${catalogue}.${process.pid}`
  try {
    createRequire(import.meta.url)(script).buildCatalogue(fresh)
    fs.mkdirSync(catalogue, { recursive: true })
    for (const file of fs.readdirSync(fresh))
      fs.renameSync(path.join(fresh, file), path.join(catalogue, file))
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true })
    fs.rmSync(script, { force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { built } = await buildFunctions({ force: process.argv.includes('--force') })
  process.stdout.write(built ? 'functions built\n' : 'functions unchanged\n')
}
