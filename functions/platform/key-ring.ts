/**
 * The keys of this process, unwrapped once: data keys seal personal data, the index key makes ids and blind indexes.
 * KMS is asked at the first call of a cold start and never again; there is no key to fall back on.
 */
import { config, isWeak } from './config'
import { unwrapKey, type KeyUse } from './master-key'
import { subkey, suites } from './suites'

interface Ring {
  readonly data: ReadonlyMap<string, Uint8Array>
  readonly index: { readonly ids: Uint8Array; readonly blind: Uint8Array }
}
const ring: { -readonly [Use in KeyUse]?: Ring[Use] } = {}
const underWay: { [Use in KeyUse]?: Promise<void> | undefined } = {}

const wrappedFor = (use: KeyUse): string[] =>
  use === 'data' ? Object.values(config().keys.data) : [config().keys.index]

/** Puts the unwrapped keys on the ring; a weak one stops the start, as does a suite that is not there. */
function take(use: KeyUse, keys: readonly Uint8Array[]): void {
  const { data, suite } = config().keys
  if (keys.some(isWeak)) throw new Error('one of them is not 32 random bytes')
  if (!suites[suite].isOffered()) throw new Error(`this machine does not offer ${suite}`)
  if (use === 'data') ring.data = new Map(Object.keys(data).map((id, place) => [id, keys[place]!]))
  else ring.index = { ids: subkey(keys[0]!, 'ids'), blind: subkey(keys[0]!, 'blind index') }
}

/** The client is loaded when it is needed: neither a local run nor a warm start pays for it. */
async function unwrapByKms(kmsKeyId: string, use: KeyUse): Promise<Uint8Array[]> {
  const { DecryptCommand, KMSClient } = await import('@aws-sdk/client-kms')
  const kms = new KMSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 2000 } })
  try {
    return await Promise.all(
      wrappedFor(use).map(async (wrapped) => {
        const asked = {
          KeyId: kmsKeyId,
          CiphertextBlob: Buffer.from(wrapped, 'base64'),
          EncryptionContext: { product: 'one-window', use },
        }
        return (await kms.send(new DecryptCommand(asked))).Plaintext ?? new Uint8Array()
      }),
    )
  } finally {
    kms.destroy()
  }
}

const unwrapLocally = (master: Uint8Array, use: KeyUse): void =>
  take(
    use,
    wrappedFor(use).map((wrapped) => unwrapKey(master, wrapped, use)),
  )

async function unwrap(use: KeyUse): Promise<void> {
  const { wrappedBy } = config().keys
  try {
    if ('master' in wrappedBy) unwrapLocally(wrappedBy.master, use)
    else take(use, await unwrapByKms(wrappedBy.kmsKeyId, use))
  } catch (error) {
    const { name, message } = error as Error
    throw new Error(`the ${use} keys did not open, so nothing starts: ${name}: ${message}`, { cause: error })
  }
}

/**
 * Unwraps the keys of these uses, once; whoever serves waits for it first. Throws when KMS refuses or a key is weak;
 * the next call asks again.
 */
export async function keysReady(uses: readonly KeyUse[] = ['data', 'index']): Promise<void> {
  const opening = (use: KeyUse): Promise<void> =>
    (underWay[use] ??= unwrap(use).catch((error: unknown) => {
      underWay[use] = undefined
      throw error
    }))
  await Promise.all(uses.map(opening))
}

/**
 * The handler of a job or stream, run with its keys ready. One that opens no personal data says so by `uses`, and its
 * role gets no right to the data keys.
 */
export const withKeys =
  <Args extends unknown[], Answer>(
    handler: (...args: Args) => Promise<Answer>,
    uses?: readonly KeyUse[],
  ): ((...args: Args) => Promise<Answer>) =>
  async (...args) => {
    await keysReady(uses)
    return handler(...args)
  }

function ready<Use extends KeyUse>(use: Use): Ring[Use] {
  const { wrappedBy } = config().keys
  // a master key needs nobody to be asked
  if (!ring[use] && 'master' in wrappedBy) unwrapLocally(wrappedBy.master, use)
  const keys = ring[use]
  if (!keys) throw new Error(`the ${use} keys are not ready: this handler does not wait for keysReady`)
  return keys
}

/** The data key of an id; undefined when this configuration does not have it. */
export const dataKey = (keyId: string): Uint8Array | undefined => ready('data').get(keyId)
/** What derived ids are made with. */
export const idKey = (): Uint8Array => ready('index').ids
/** What blind indexes are made with. */
export const blindKey = (): Uint8Array => ready('index').blind
