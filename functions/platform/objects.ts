/** Objects of the store by their key: in a bucket, or in a folder on a local run. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { config } from './config'
import { signedUrl } from './object-signing'
import { Problem } from './problem'

interface Objects {
  /** The bytes; undefined when there is no such object. */
  read(key: string): Promise<Buffer | undefined>
  /** Whole or not at all. */
  write(key: string, bytes: Buffer, type: string): Promise<void>
  /** No harm when there is none. */
  remove(key: string): Promise<void>
}

const KEY = /^[a-z]+(\/[\w-]+)+$/

/** A folder as a store; keys never lead out of it. */
const folderOf = (folder: string): Objects => {
  const fileOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error('not a key of this store')
    return join(folder, key)
  }
  return {
    read: (key) =>
      readFile(fileOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      }),
    write: async (key, bytes) => {
      const file = fileOf(key)
      await mkdir(dirname(file), { recursive: true })
      const fresh = `${file}.${process.hrtime.bigint()}`
      await writeFile(fresh, bytes, { flush: true })
      await rename(fresh, file)
    },
    remove: (key) => rm(fileOf(key), { force: true }),
  }
}

/** As long as a signature is good, for every try together. */
const SECONDS = 60
const ATTEMPTS = 3

/** Asks the bucket, again when it is busy. */
async function ask(
  method: 'GET' | 'PUT' | 'DELETE',
  key: string,
  now: Date,
  put?: { body: Buffer; type: string },
): Promise<Response> {
  const url = await signedUrl(method, key, now, SECONDS)
  for (let attempt = 1; ; attempt++) {
    const sent = put && { body: new Uint8Array(put.body), headers: { 'content-type': put.type } }
    const answer = await fetch(url, {
      method,
      ...sent,
      redirect: 'error',
      signal: AbortSignal.timeout(15_000),
    })
    if (answer.ok || answer.status === 404) return answer
    if (attempt === ATTEMPTS || answer.status < 500) throw new Error(`the bucket said ${answer.status}`)
  }
}

const bucketAt = (now: Date): Objects => ({
  read: async (key) => {
    const answer = await ask('GET', key, now)
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined
  },
  write: async (key, body, type) => void (await ask('PUT', key, now, { body, type })),
  remove: async (key) => void (await ask('DELETE', key, now)),
})

/** The store of this configuration; a bucket is asked with a signature of this moment. */
export function objects(now: Date): Objects {
  const { files } = config()
  if (!files) throw new Problem('feature-off')
  return 'folder' in files ? folderOf(files.folder) : bucketAt(now)
}
