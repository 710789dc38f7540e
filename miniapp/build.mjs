/** Builds the mini-program for one platform, and only when its sources are newer than the last build. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '..')
const sources = [
  path.join(here, 'src'),
  path.join(here, 'config'),
  path.join(here, 'babel.config.js'),
  path.join(here, 'package.json'),
  path.join(root, 'shared'),
]

/** Where the built files of a platform lie. */
export const builtPath = (platform) => path.join(here, 'dist', platform)

const filesUnder = (entry) => {
  if (!fs.existsSync(entry)) return []
  if (!fs.statSync(entry).isDirectory()) return [entry]
  return fs
    .readdirSync(entry)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}

const sourceHash = (settings) => {
  const hash = createHash('sha256').update(settings)
  for (const file of sources.flatMap(filesUnder)) {
    hash.update(path.relative(root, file)).update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

const running = new Map()

/**
 * Builds for `h5` or `weapp` and answers the directory. For runs on one machine, with the role chooser, unless
 * `localSignIn` is false. Output goes to a log file; a failed build throws one line
 * that names it, and leaves the previous build where it was.
 */
export const buildMiniapp = (platform, { force = false, api = '', localSignIn = true } = {}) => {
  const key = `${platform} ${api} ${localSignIn}`
  if (!running.has(key))
    running.set(
      key,
      build(platform, force, api, localSignIn).finally(() => running.delete(key)),
    )
  return running.get(key)
}

const build = async (platform, force, api, localSignIn) => {
  const target = builtPath(platform)
  const stampFile = path.join(root, '.data', 'builds', `${platform}.json`)
  const hash = sourceHash(`${api} ${localSignIn}`)
  if (!force && fs.existsSync(path.join(target, platform === 'h5' ? 'index.html' : 'app.json'))) {
    if (fs.existsSync(stampFile) && JSON.parse(fs.readFileSync(stampFile, 'utf8')).hash === hash)
      return target
  }
  const logs = path.join(root, '.data', 'logs')
  const logFile = path.join(logs, `build-${platform}.log`)
  const ownLog = path.join(logs, `build-${platform}.${process.pid}.log`)
  fs.mkdirSync(logs, { recursive: true })
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  // Built beside the last good one and moved into its place: a failed build loses nothing, and two at once do not meet.
  const fresh = `${target}.${process.pid}`
  fs.rmSync(fresh, { recursive: true, force: true })
  const log = fs.openSync(ownLog, 'w')
  const code = await new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [path.join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro'), 'build', '--type', platform],
      {
        cwd: here,
        stdio: ['ignore', log, log],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          TARO_OUTPUT: path.relative(here, fresh),
          TARO_APP_LOCAL_SIGN_IN: String(localSignIn),
          ...(api ? { TARO_APP_API: api } : {}),
        },
      },
    )
    child.on('error', () => resolve(1))
    child.on('exit', (status) => resolve(status ?? 1))
  })
  fs.closeSync(log)
  fs.renameSync(ownLog, logFile)
  if (code !== 0 || !fs.existsSync(fresh) || hasErrors(logFile)) {
    fs.rmSync(fresh, { recursive: true, force: true })
    throw new Error(`building the ${platform} app failed; see ${logFile}`)
  }
  putInPlace(fresh, target)
  fs.writeFileSync(stampFile, JSON.stringify({ hash }))
  return target
}

/** Swaps a finished build in; of two that finish together the later one stays. */
const putInPlace = (fresh, target) => {
  const old = `${fresh}.old`
  for (let tries = 0; ; tries += 1) {
    try {
      if (fs.existsSync(target)) fs.renameSync(target, old)
      fs.renameSync(fresh, target)
      break
    } catch (error) {
      if (tries === 5) throw error
    } finally {
      fs.rmSync(old, { recursive: true, force: true })
    }
  }
}

/** Taro ends some failed builds with status 0. */
const hasErrors = (logFile) =>
  /compiled with \d+ error|Module not found|Module build failed/.test(fs.readFileSync(logFile, 'utf8'))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const platform = process.argv[2]
  if (platform !== 'h5' && platform !== 'weapp') {
    process.stderr.write('usage: node build.mjs h5|weapp [--force] [--local]\n')
    process.exitCode = 2
  } else {
    await buildMiniapp(platform, {
      force: process.argv.includes('--force'),
      localSignIn: process.argv.includes('--local'),
    }).then(
      (target) => process.stdout.write(`${target}\n`),
      (error) => {
        process.stderr.write(`${error.message}\n`)
        process.exitCode = 1
      },
    )
  }
}
