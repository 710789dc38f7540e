/** `npm run package`: the deployment package, built and checked without network or credentials. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { buildFunctions, bundlePath, entries } from './build.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const packages = path.join(root, '.build', 'packages')
const output = path.join(root, '.build', 'serverless')
/** One moment for every file, so that equal code gives an equal package. */
const mtime = new Date('2020-01-01T00:00:00Z')

/** The bundle and what lies beside it; source maps stay at home, for reading the logs. */
const filesOf = (folder, under = '') =>
  fs.readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(under, entry.name)
    if (entry.isDirectory()) return filesOf(folder, name)
    return name.endsWith('.map') ? [] : [[name, [fs.readFileSync(path.join(folder, name)), { mtime }]]]
  })

/** The image library of what looks through uploads: native code of this machine, which is that of its function. */
const NATIVE = { 'check-file': ['sharp', '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'] }

/** The files of packages and of what they need, as they lie in node_modules. */
const packagesOf = (names) => {
  const all = new Set(names)
  for (const name of all) {
    const file = path.join(root, 'node_modules', name, 'package.json')
    if (!fs.existsSync(file)) throw new Error(`${name} is not installed here: package on Linux x64`)
    for (const needed of Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')).dependencies ?? {}))
      all.add(needed)
  }
  return [...all].flatMap((name) =>
    filesOf(path.join(root, 'node_modules', name))
      .filter(([file]) => !/^(src|install)\/|\.(md|d\.[cm]?ts)$/.test(file))
      .map(([file, content]) => [`node_modules/${name}/${file}`, content]),
  )
}

/** Zips every function of the cloud; answers the sizes in bytes. */
export async function zipFunctions() {
  await buildFunctions()
  fs.rmSync(packages, { recursive: true, force: true })
  fs.mkdirSync(packages, { recursive: true })
  return Object.fromEntries(
    entries()
      .filter(({ name }) => name !== 'local')
      .map(({ name }) => {
        const files = [...filesOf(path.dirname(bundlePath(name))), ...packagesOf(NATIVE[name] ?? [])]
        const zip = zipSync(Object.fromEntries(files), { level: 9 })
        fs.writeFileSync(path.join(packages, `${name}.zip`), zip)
        return [name, zip.length]
      }),
  )
}

/** Turns serverless.yml into the CloudFormation template; answers its path. */
export function packageTemplate({ region = 'cn-northwest-1', stage = 'production', out = output } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules', 'osls', 'bin', 'serverless.js'),
      ...['package', '--package', out, '--region', region, '--stage', stage],
    ],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: 'none',
        AWS_SECRET_ACCESS_KEY: 'none',
        SLS_TELEMETRY_DISABLED: '1',
      },
    },
  )
  if (status !== 0) throw new Error(`osls package failed:\n${stdout}${stderr}`)
  return path.join(out, 'cloudformation-template-update-stack.json')
}

/** What the validator has against a template: errors stop the package, warnings are to be known. */
export async function findingsOf(template) {
  const { RegoEngine, TemplateFile } = await import('@aws/cloudformation-validate')
  const engine = new RegoEngine()
  try {
    const { diagnostics } = engine.validateStandard(new TemplateFile(template))
    return diagnostics
      .filter(({ severity }) => severity !== 'INFO')
      .map(({ severity, ruleId, message, resourceId }) => ({
        severity,
        ruleId,
        resourceId,
        message,
      }))
  } finally {
    engine.free()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const say = (line) => void process.stdout.write(`${line}\n`)
  for (const [name, bytes] of Object.entries(await zipFunctions()))
    say(`${name}.zip ${Math.round(bytes / 1024)} KB`)
  const template = packageTemplate()
  const findings = await findingsOf(template)
  for (const { severity, ruleId, resourceId, message } of findings)
    say(`${severity} ${ruleId} ${resourceId ?? ''} ${message}`)
  const broken = findings.filter(({ severity }) => /ERROR|FATAL/i.test(severity))
  say(
    `${path.relative(root, template)}: ${broken.length} errors, ${findings.length - broken.length} warnings`,
  )
  if (broken.length > 0) process.exitCode = 1
}
