/** S10, S82: without good keys nothing starts, and nothing stands in for them. KMS is one of the test's own. */
import { randomBytes } from 'node:crypto'
import { wrapKey } from '../../../functions/platform/master-key'
import { filesIn, root, textOf } from '../../support/source-files'
import { testEnvironment } from '../../support/environment'
import { startStubKms, type StubKms } from './stub-kms'

let kms: StubKms
const before = { ...process.env }
beforeAll(async () => {
  kms = await startStubKms()
})
afterAll(async () => {
  process.env = before
  await kms.stop()
})

/** The modules of a process in the cloud whose keys are these. */
async function inTheCloud(data: Record<string, Uint8Array>, index: Uint8Array = randomBytes(32)) {
  jest.resetModules()
  process.env = {
    ...before,
    ...kms.env,
    STAGE: 'production',
    SESSION_SECRET: randomBytes(32).toString('base64'),
  }
  process.env.DATA_KEYS = JSON.stringify({
    current: Object.keys(data).at(-1),
    keys: Object.fromEntries(Object.entries(data).map(([id, key]) => [id, kms.wrap(key, 'data')])),
  })
  process.env.INDEX_KEY = kms.wrap(index, 'index')
  process.env.POWERTOOLS_LOG_LEVEL = 'CRITICAL'
  kms.asked.length = 0
  const ring = await import('../../../functions/platform/key-ring')
  return { ...ring, ...(await import('../../../functions/platform/crypto')) }
}
const place = { table: 'cases', key: 'a', field: 'note' }
const tell = (error: unknown) => String(error instanceof Error ? error.message : error)

test('KMS is asked once a key, however many wait, and not again', async () => {
  const { keysReady, seal, open, derivedId } = await inTheCloud({ k1: randomBytes(32), k2: randomBytes(32) })
  expect(() => seal('x', place)).toThrow(/not ready/)
  expect(() => derivedId('x')).toThrow(/not ready/)
  await Promise.all([keysReady(), keysReady(), keysReady(['data'])])
  await keysReady()
  expect([...kms.asked].sort()).toEqual(['Decrypt data', 'Decrypt data', 'Decrypt index'])
  expect(open(seal('刘桂英', place), place)).toBe('刘桂英')
})

test('a handler that opens no personal data asks for no data key, and cannot open any', async () => {
  const { withKeys, seal, derivedId } = await inTheCloud({ k1: randomBytes(32) })
  const handler = withKeys(async (name: string) => derivedId(name), ['index'])
  expect(await handler('x')).toHaveLength(22)
  expect(kms.asked).toEqual(['Decrypt index'])
  expect(() => seal('x', place)).toThrow(/not ready/)
})

test('when KMS refuses nothing runs, and it says why; once KMS answers, it goes on', async () => {
  const { withKeys } = await inTheCloud({ k1: randomBytes(32) })
  let ran = 0
  const handler = withKeys(async () => void (ran += 1))
  kms.refuse(true)
  await expect(handler()).rejects.toThrow(/keys did not open, so nothing starts: AccessDenied/)
  expect(ran).toBe(0)
  kms.refuse(false)
  await handler()
  expect(ran).toBe(1)
})

test('a key that was wrapped for another use, or is weak, stops the start', async () => {
  const swapped = await inTheCloud({ k1: randomBytes(32) })
  process.env.INDEX_KEY = kms.wrap(randomBytes(32), 'data')
  await expect(swapped.keysReady()).rejects.toThrow(/index keys did not open.*InvalidCiphertext/)
  for (const weak of [Buffer.alloc(32, 'a'), randomBytes(16)]) {
    const { keysReady } = await inTheCloud({ k1: randomBytes(32), k2: weak })
    await expect(keysReady()).rejects.toThrow(/data keys did not open.*not 32 random bytes/)
    const index = await inTheCloud({ k1: randomBytes(32) }, weak)
    await expect(index.keysReady()).rejects.toThrow(/index keys did not open.*not 32 random bytes/)
  }
})

describe('what the environment says', () => {
  const local = (): NodeJS.ProcessEnv => {
    process.env = { ...before }
    testEnvironment('http://127.0.0.1:1')
    return { ...process.env }
  }
  const cloud = (): NodeJS.ProcessEnv => ({ ...local(), STAGE: 'production', KMS_KEY_ID: 'x' })
  const dataKeys = (value: unknown) => ({ DATA_KEYS: JSON.stringify(value) })
  const wrapped = wrapKey(randomBytes(32), randomBytes(32), 'data')

  test('is taken when it is whole: the refusals below can fail', async () => {
    const { readConfig } = await import('../../../functions/platform/config')
    expect(readConfig(local()).keys.wrappedBy).toHaveProperty('master')
    expect(readConfig(cloud()).keys.wrappedBy).toEqual({ kmsKeyId: 'x' })
  })

  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['no data keys', { DATA_KEYS: undefined }, /DATA_KEYS/],
    ['data keys that are no JSON', { DATA_KEYS: 'k1' }, /DATA_KEYS/],
    ['no current key', dataKeys({ keys: { k1: wrapped } }), /DATA_KEYS/],
    ['a current key that is not there', dataKeys({ current: 'k2', keys: { k1: wrapped } }), /DATA_KEYS/],
    [
      'a current key from the prototype',
      dataKeys({ current: 'constructor', keys: { k1: wrapped } }),
      /DATA_KEYS/,
    ],
    ['a key id that breaks the form', dataKeys({ current: 'k:1', keys: { 'k:1': wrapped } }), /DATA_KEYS/],
    ['an empty key', dataKeys({ current: 'k1', keys: { k1: '' } }), /DATA_KEYS/],
    ['no index key', { INDEX_KEY: undefined }, /INDEX_KEY/],
    ['an unknown suite', { SEAL_SUITE: 'none' }, /SEAL_SUITE/],
  ])('%s: neither on one machine nor in the cloud', async (_, broken, why) => {
    const { readConfig } = await import('../../../functions/platform/config')
    expect(() => readConfig({ ...local(), ...broken })).toThrow(why)
    expect(() => readConfig({ ...cloud(), ...broken })).toThrow(why)
  })

  test('a master key is for one machine only, and a strong one', async () => {
    const { readConfig } = await import('../../../functions/platform/config')
    expect(() => readConfig({ ...local(), STAGE: 'production' })).toThrow(/KMS_KEY_ID/)
    for (const MASTER_KEY of ['', 'secret', Buffer.alloc(32, 'a').toString('base64')])
      expect(() => readConfig({ ...local(), MASTER_KEY })).toThrow(/MASTER_KEY must be 32 random bytes/)
    const env = { ...local(), MASTER_KEY: randomBytes(32).toString('base64') }
    jest.resetModules()
    process.env = env
    const { keysReady } = await import('../../../functions/platform/key-ring')
    expect(tell(await keysReady().catch((error: unknown) => error))).toMatch(
      /did not open, so nothing starts/,
    )
  })
})

test('every job and stream waits for its keys; those that do not have nothing in them that uses one', async () => {
  const { build } = await import('esbuild')
  const handlers = filesIn('functions').filter((file) => /\.(job|stream)\.ts$/.test(file))
  const waiting = handlers.filter((file) => /handler = withKeys\(/.test(textOf(file)))
  const usesKeys = async (file: string): Promise<boolean> => {
    const { metafile } = await build({
      entryPoints: [file],
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      packages: 'external',
      write: false,
      outfile: 'handler.js',
      metafile: true,
    })
    const { bytesInOutput = 0 } =
      metafile.outputs['handler.js']?.inputs['functions/platform/key-ring.ts'] ?? {}
    return bytesInOutput > 0
  }
  expect(waiting.length).toBeGreaterThan(2)
  expect(await usesKeys(waiting[0]!)).toBe(true)
  for (const file of handlers.filter((each) => !waiting.includes(each)))
    expect([file, await usesKeys(file)]).toEqual([file, false])
})
