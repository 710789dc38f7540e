/**
 * What `npm run keys:rotate` and `npm run keys:reseal` do: for the data folder of this machine or, where KMS_KEY_ID is
 * set, for a stage in the cloud. Keys are only ever added.
 */
import { resolve } from 'node:path'
import { claimFolder } from './local/claim'
import { nextKeyId, rotateLocalKeys } from './local/keys'
import { Stopped } from './local/stopped'
import { withStore } from './local/with-store'
import { DataKeys, dataKeysOf } from './platform/config'
import type { KeyUse } from './platform/master-key'

export interface Keeping {
  readonly dataFolder: string
  say(line: string): void
}

/** A new key that KMS made and wrapped: it is never seen unwrapped here. */
async function wrappedByKms(KeyId: string, use: KeyUse): Promise<string> {
  const { GenerateDataKeyWithoutPlaintextCommand, KMSClient } = await import('@aws-sdk/client-kms')
  const kms = new KMSClient({})
  try {
    const { CiphertextBlob } = await kms.send(
      new GenerateDataKeyWithoutPlaintextCommand({
        KeyId,
        KeySpec: 'AES_256',
        EncryptionContext: { product: 'one-window', use },
      }),
    )
    return Buffer.from(CiphertextBlob ?? []).toString('base64')
  } finally {
    kms.destroy()
  }
}

/** Makes a data key. Values sealed under the others stay readable. */
export async function rotate({ dataFolder, say }: Keeping): Promise<void> {
  const { KMS_KEY_ID, DATA_KEYS = '' } = process.env
  if (KMS_KEY_ID) return rotateInCloud(KMS_KEY_ID, DATA_KEYS, say)
  const folder = resolve(dataFolder)
  const claim = claimFolder(folder)
  try {
    say(`${rotateLocalKeys(folder)} 起用：下次启动后新存的用它，旧的照样打得开。再运行 npm run keys:reseal`)
  } finally {
    claim.release()
  }
}

/** A key is known everywhere before it seals anywhere: else what one function seals another could not open yet. */
async function rotateInCloud(kmsKeyId: string, present: string, say: Keeping['say']): Promise<void> {
  if (present === '') {
    say('for a new stage only: stored over others, these lose what those sealed')
    say(`DATA_KEYS=${JSON.stringify({ current: 'k1', keys: { k1: await wrappedByKms(kmsKeyId, 'data') } })}`)
    say(`INDEX_KEY=${await wrappedByKms(kmsKeyId, 'index')}`)
    return
  }
  const known: DataKeys | undefined = dataKeysOf({ DATA_KEYS: present })
  if (!known) throw new Stopped('DATA_KEYS 读不懂：请原样给出现在存着的值')
  const next = nextKeyId(Object.keys(known.keys))
  const keys = { ...known.keys, [next]: await wrappedByKms(kmsKeyId, 'data') }
  say(
    `1. store this and deploy; wait until every function runs with it, so that each can open what ${next} seals`,
  )
  say(`DATA_KEYS=${JSON.stringify({ current: known.current, keys })}`)
  say(`2. store this and deploy: ${next} seals from now on`)
  say(`DATA_KEYS=${JSON.stringify({ current: next, keys })}`)
  say('3. npm run keys:reseal, until it has nothing left')
}

/** Seals everything under the current key; false when something was left or does not open. */
export const reseal = ({ dataFolder, say }: Keeping): Promise<boolean> =>
  withStore(dataFolder, () => resealTables(say))

async function resealTables(say: Keeping['say']): Promise<boolean> {
  const { resealTable, sealingTables } = await import('./reseal')
  const { keysReady } = await import('./platform/key-ring')
  const { client } = await import('./platform/dynamo')
  let isDone = true
  try {
    await keysReady(['data'])
    for (const table of sealingTables) {
      const stand = await resealTable(table)
      say(JSON.stringify(stand))
      if (stand.left + stand.unreadable > 0) isDone = false
    }
  } finally {
    client.destroy()
  }
  return isDone
}
