/** R35: a resident photographs materials in the built mini-program, with no network at first. */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aPhoto } from '../functions/files/a-file'
import { builtWeapp } from '../support/miniapp-build'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { after, posted, signedInPhone } from './a-phone'

const photoFile = join(tmpdir(), `one-window-weapp-${process.pid}.jpg`)
let dist: string
let app: LocalApp
let photo: Buffer
beforeAll(async () => {
  dist = await builtWeapp()
  app = await startLocalApp({ wechat: true })
  app.setNow(after(0))
  photo = await aPhoto()
  writeFileSync(photoFile, photo)
}, 300_000)
afterAll(async () => {
  rmSync(photoFile, { force: true })
  await app.stop()
})

test('a photo taken without network goes by itself when there is one again, once, and the window can be asked', async () => {
  const mini = await signedInPhone(dist, app)
  const { client } = mini.logic
  const tempFiles = [{ tempFilePath: photoFile, size: photo.length }]
  client.answers.chooseMedia = () => ({ tempFiles })
  await mini.open('subpackages/guide/index?serviceId=jiuye-kunnan')
  await mini.tap('先拍照让窗口看看')
  await mini.tap('开始拍')
  expect(mini.words()).toContain('照清单拍材料')
  await mini.type('precheck-name', '刘桂英')
  const say = async (words: string) => {
    for (let turn = 0; turn < 1600 && !mini.words().includes(words); turn++)
      await new Promise((resolve) => setTimeout(resolve, 25))
    expect(mini.words()).toContain(words)
  }
  client.offline(true)
  await mini.tap('拍申请人身份证')
  await say('信号不好，等会儿自动再传')
  client.offline(false)
  await say('再拍一张')
  expect(client.calls.filter(({ name }) => name === 'chooseMedia')).toHaveLength(1)
  const keys = new Set(
    posted(mini, '/files').map(({ header }) => (header as Record<string, string>)['idempotency-key']),
  )
  expect(keys.size).toBe(1)
  await mini.logic.settled()
  await mini.tap('发给窗口看')
  expect(mini.words()).toContain('窗口在看')
  const clerk = await app.as('window-staff', '周小兰')
  const { prechecks } = (await clerk.get('/desk/prechecks?hallId=yonghe')).body
  expect(prechecks).toMatchObject([{ name: '刘*英', fileCount: 1 }])
}, 60_000)
