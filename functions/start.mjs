/** `npm start`: installs, builds and starts the whole product on this machine. `-- --fresh` starts over. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const began = Date.now()
const say = (line) => void process.stdout.write(`${line}\n`)
const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)
const dataFolder = process.env.DATA_DIR || '.data'
const external = process.env.DYNAMODB_ENDPOINT
const fresh = process.argv.includes('--fresh')

/** Ends with one line; what was not foreseen goes whole into a log. */
const stopWith = (error) => {
  if (error?.name === 'Stopped') process.stderr.write(`没有启动：${error.message}\n`)
  else {
    const log = path.resolve(root, dataFolder, 'logs', 'start.log')
    fs.mkdirSync(path.dirname(log), { recursive: true })
    fs.appendFileSync(log, `${new Date().toISOString()} ${error?.stack ?? error}\n`)
    process.stderr.write(`没有启动：${String(error?.message ?? error).split('\n')[0]}(详情在 ${log})\n`)
  }
  process.exit(1)
}
const stopped = (message) => Object.assign(new Error(message), { name: 'Stopped' })

const isTaken = () =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })

/** Starting over deletes what people stored: asked first, and never assumed. */
const mayDelete = async () => {
  if (process.argv.includes('--yes')) return true
  if (!process.stdin.isTTY) throw stopped('--fresh 会删掉全部数据，这里没法问您；确定的话加上 --yes')
  const question = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await question.question(
    `会删掉 ${dataFolder} 里全部预约、办件和评价，找不回来。确定请输入 yes:`,
  )
  question.close()
  return answer.trim().toLowerCase() === 'yes'
}

const builtApp = async () => {
  const { buildMiniapp } = await import('../miniapp/build.mjs')
  const patience = setTimeout(() => say('构建网页(第一次约一两分钟)…'), 1500)
  try {
    return await buildMiniapp('h5')
  } catch (error) {
    throw stopped(`网页没有构建成功：${error.message}`)
  } finally {
    clearTimeout(patience)
  }
}

try {
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw stopped(`PORT=${process.env.PORT} 不是端口号`)
  const missing = ensureInstalled(say)
  if (missing) throw stopped(missing)
  if (port !== 0 && (await isTaken()))
    throw stopped(`端口 ${port} 已被占用：关掉占用它的程序，或换一个端口，如 PORT=${port + 1} npm start`)
  if (fresh && !(await mayDelete())) throw stopped('没有确认，什么都没删')

  const { buildFunctions, bundlePath } = await import('./build.mjs')
  await buildFunctions().catch((error) => {
    throw stopped(`后端没有构建成功：${String(error.errors?.[0]?.text ?? error.message).split('\n')[0]}`)
  })
  const app = process.env.APP_DIR ? path.resolve(root, process.env.APP_DIR) : await builtApp()

  const { start, demoPeople, roleWords } = createRequire(import.meta.url)(bundlePath('local'))
  const running = await start({ root, dataFolder, host, port, app, fresh, say })
  let ending = false
  const end = async () => {
    if (ending) process.exit(1)
    ending = true
    await running.stop()
    process.exit(0)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)

  const where = external ?? path.join(dataFolder, 'one-window.db')
  say(`
大综窗已启动，用了 ${((Date.now() - began) / 1000).toFixed(1)} 秒

  打开        ${running.url}/
  接口        ${running.url}/api/docs
  ${running.hallCount} 个大厅，${running.serviceCount} 件事项；数据在 ${where}

  在页面的“我的”里点一个人，就用这个人的身份看：
${demoPeople.map(({ person, role, note }) => `    ${person} ${roleWords[role]}：${note}`).join('\n')}

  Ctrl-C 结束，数据会留着；想从头来：npm start -- --fresh`)
} catch (error) {
  stopWith(error)
}
