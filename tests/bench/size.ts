/**
 * How much a phone loads: the packages of the mini-program as WeChat counts them, and the JavaScript that a browser
 * fetches, gzipped, until the home page of the h5 app stands.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileServer } from '../../functions/local/files'
import { localServer } from '../../functions/local/http'
import { launchBrowser } from '../support/browser'

const MAIN_LIMIT_KB = 450
const SUBPACKAGE_LIMIT_KB = 300
const H5_LIMIT_KB = 200

const kb = (bytes: number): number => Math.round((bytes / 1024) * 10) / 10

const sizeOf = (folder: string, except = ''): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (path === except) return sum
    return sum + (entry.isDirectory() ? sizeOf(path, except) : statSync(path).size)
  }, 0)

function built(platform: 'weapp' | 'h5'): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['miniapp/build.mjs', platform, '--local'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim().split('\n').at(-1)!
}

export async function run(print: (line: object) => void): Promise<void> {
  const weapp = built('weapp')
  const journeys = join(weapp, 'subpackages')
  const main = kb(sizeOf(weapp, journeys))
  print({ weapp: 'main package', kb: main, limitKb: MAIN_LIMIT_KB, ok: main <= MAIN_LIMIT_KB })
  for (const name of existsSync(journeys) ? readdirSync(journeys) : []) {
    const size = kb(sizeOf(join(journeys, name)))
    print({
      weapp: `subpackage ${name}`,
      kb: size,
      limitKb: SUBPACKAGE_LIMIT_KB,
      ok: size <= SUBPACKAGE_LIMIT_KB,
    })
  }

  const server = localServer(async () => ({ statusCode: 503, body: '{}' }), fileServer(built('h5')))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 375, height: 812 } })
    const scripts: Promise<[string, number]>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(
          response.body().then((body) => [new URL(response.url()).pathname, gzipSync(body).length]),
        )
    })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      waitUntil: 'networkidle',
    })
    const loaded = await Promise.all(scripts)
    const total = kb(loaded.reduce((sum, [, bytes]) => sum + bytes, 0))
    print({
      h5: 'first load, JavaScript gzipped',
      kb: total,
      limitKb: H5_LIMIT_KB,
      ok: total > 0 && total <= H5_LIMIT_KB,
      files: Object.fromEntries(loaded.map(([path, bytes]) => [path, kb(bytes)])),
    })
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}
