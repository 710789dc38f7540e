/** Makes sure that what package-lock.json names is installed, before anything of it is used. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const LEAST = [20, 19]

const packagesOf = (file) => {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** True when every package that must be there is there, in the version that is locked. */
const isInstalled = () => {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([name, { version, link, optional, devOptional, peer }]) =>
      !name.includes('node_modules/') ||
      link ||
      optional ||
      devOptional ||
      peer ||
      present[name]?.version === version,
  )
}

const npm = (...args) =>
  spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status === 0

/** Installs what is missing; answers one line when it cannot, or undefined when all is there. */
export function ensureInstalled(say) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]))
    return `需要 Node.js ${LEAST.join('.')} 或更新，现在是 ${process.versions.node}:请先升级`
  if (isInstalled()) return undefined
  say('安装依赖(只在第一次或依赖变了时)…')
  if (npm('ci') || npm('install')) return undefined
  return '依赖没有装上：请看上面 npm 的话，多半是网络；连上后再运行一次'
}
