/** `npm run keys:rotate` and `keys:reseal`, as whoever keeps the keys meets them: on one machine and against a KMS. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localKeys } from '../../../functions/local/keys'
import { DataKeys } from '../../../functions/platform/config'
import { unwrapKey } from '../../../functions/platform/master-key'
import { root } from '../../support/source-files'
import { startStubKms } from './stub-kms'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'one-window-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (what: string, env: Record<string, string> = {}): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const given = { PATH: process.env.PATH, DATA_DIR: folder, ...env }
    const child = execFile(
      process.execPath,
      ['functions/tool.mjs', what],
      { cwd: root, env: given },
      (_, out, err) => resolve({ code: child.exitCode ?? 1, said: out + err }),
    )
  })
const dataKeys = (text: string): DataKeys => DataKeys.parse(JSON.parse(text))

test('on one machine: a key more, the others as they were, for the owner only; sealing again finds the tables', async () => {
  const before = localKeys(folder)
  const { code, said } = await run('rotate')
  expect([code, said]).toEqual([0, expect.stringContaining('k2 起用')])
  const after = localKeys(folder)
  expect({ ...after, DATA_KEYS: '' }).toEqual({ ...before, DATA_KEYS: '' })
  expect(dataKeys(after.DATA_KEYS)).toMatchObject({ current: 'k2', keys: dataKeys(before.DATA_KEYS).keys })
  const master = Buffer.from(after.MASTER_KEY, 'base64')
  const keys = Object.values(dataKeys(after.DATA_KEYS).keys).map((one) =>
    unwrapKey(master, one, 'data').toString('hex'),
  )
  expect([new Set(keys).size, keys.every((key) => key.length === 64)]).toEqual([2, true])
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
  const again = await run('reseal')
  expect(again.code).toBe(0)
  expect(again.said).toContain('{"table":"cases","seen":0,"moved":0,"left":0,"unreadable":0}')
}, 60_000)

test('a file of keys that cannot be read is left alone', async () => {
  writeFileSync(join(folder, 'keys.json'), '{"SESSION_SECRET":"x"}')
  const { code, said } = await run('rotate')
  expect([code, said]).toEqual([1, expect.stringContaining('读不懂了：请从备份恢复它')])
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe('{"SESSION_SECRET":"x"}')
}, 30_000)

test('in the cloud: first keys from KMS, then each new one known to all before it seals', async () => {
  const kms = await startStubKms()
  try {
    const valuesOf = (said: string, name: string) =>
      [...said.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value!)
    const first = await run('rotate', kms.env)
    const [made = ''] = valuesOf(first.said, 'DATA_KEYS')
    expect(dataKeys(made).current).toBe('k1')
    expect(valuesOf(first.said, 'INDEX_KEY')).toHaveLength(1)
    const next = await run('rotate', { ...kms.env, DATA_KEYS: made })
    const [known, sealing] = valuesOf(next.said, 'DATA_KEYS').map(dataKeys)
    expect([known?.current, sealing?.current]).toEqual(['k1', 'k2'])
    expect(known?.keys).toEqual(sealing?.keys)
    expect(known?.keys.k1).toBe(dataKeys(made).keys.k1)
    expect(valuesOf(next.said, 'INDEX_KEY')).toEqual([])
    // made and wrapped in KMS: no key is ever seen here
    expect([...new Set(kms.asked)].sort()).toEqual([
      'GenerateDataKeyWithoutPlaintext data',
      'GenerateDataKeyWithoutPlaintext index',
    ])
    const broken = await run('rotate', { ...kms.env, DATA_KEYS: '{}' })
    expect([broken.code, broken.said]).toEqual([1, expect.stringContaining('DATA_KEYS 读不懂')])
  } finally {
    await kms.stop()
  }
}, 60_000)
