/** A KMS of the test: what it wraps, it unwraps, for the same key and use only. It counts what it was asked. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unwrapKey, wrapKey, type KeyUse } from '../../../functions/platform/master-key'

export const KMS_KEY_ID = 'key-of-the-test'

export interface StubKms {
  /** What a process needs besides its secrets to reach it. */
  readonly env: Readonly<Record<string, string>>
  readonly asked: string[]
  /** Refuses everything from now on, or no longer. */
  refuse(isRefusing: boolean): void
  wrap(key: Uint8Array, use: KeyUse): string
  stop(): Promise<void>
}

export async function startStubKms(): Promise<StubKms> {
  const master = randomBytes(32)
  const asked: string[] = []
  let isRefusing = false
  const answer = (action: string, body: Record<string, any>): object => {
    asked.push(`${action} ${body.EncryptionContext?.use}`)
    if (isRefusing || body.KeyId !== KMS_KEY_ID) throw new Error('AccessDeniedException')
    if (body.EncryptionContext?.product !== 'one-window') throw new Error('InvalidCiphertextException')
    const use = body.EncryptionContext.use as KeyUse
    if (action === 'GenerateDataKeyWithoutPlaintext')
      return { KeyId: KMS_KEY_ID, CiphertextBlob: wrapKey(master, randomBytes(32), use) }
    try {
      return { Plaintext: unwrapKey(master, body.CiphertextBlob, use).toString('base64') }
    } catch {
      throw new Error('InvalidCiphertextException')
    }
  }
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    try {
      const action = String(request.headers['x-amz-target']).split('.')[1] ?? ''
      send(200, answer(action, JSON.parse(text)))
    } catch (error) {
      send(400, { __type: (error as Error).message, message: 'refused by the test' })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    env: {
      KMS_KEY_ID,
      AWS_REGION: 'cn-northwest-1',
      AWS_ENDPOINT_URL_KMS: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    asked,
    refuse: (refuses) => void (isRefusing = refuses),
    wrap: (key, use) => wrapKey(master, key, use),
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
