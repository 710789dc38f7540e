/** The whole product over real HTTP on an embedded database, with a clock the test sets. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Role } from '@one-window/shared/foundation/roles'
import { MessageKind } from '@one-window/shared/notifications/message'
import type { WechatStandIn } from '../../functions/local/wechat-stand-in'
import { testEnvironment } from './environment'

export interface Answer<T = Record<string, unknown>> {
  status: number
  headers: Headers
  body: T
}
/** Answers are asserted field by field. */
type Loose = any

export interface Person {
  /** Where they are signed in. */
  app: LocalApp
  token: string
  personId: string
  get(path: string): Promise<Answer<Loose>>
  /** `key` is the Idempotency-Key; a fresh one when absent. */
  post(path: string, body?: unknown, key?: string): Promise<Answer<Loose>>
}

/** What else a sign-in says. */
export interface SignedInAs {
  stationId?: string
  officeId?: string
  notAgreed?: boolean
  steppedUp?: boolean
}

export interface LocalApp {
  readonly url: string
  /** WeChat's stand-in; there when the app was started with it. */
  readonly wechat: WechatStandIn
  /** Sets what time it is, e.g. `2026-11-24T09:00:00+08:00`. */
  setNow(iso: string): void
  /** Signs in; the same name and role is the same person. Anonymous when no role is given. */
  as(role?: Role, name?: string, hallId?: string, more?: SignedInAs): Promise<Person>
  /** Somebody with a session of their own, opened another way. */
  holding(token: string): Person
  stop(): Promise<void>
}

/** A template for every kind of message: its id is the kind's name. */
const wechatTemplates = JSON.stringify(
  Object.fromEntries(MessageKind.options.map((kind) => [kind, `template-${kind}`])),
)

/**
 * Starts the app; stop it in afterAll. The first now is Tuesday 2026-11-24, 07:00 in China.
 * `h5` is the folder of a built h5 app to serve on the same origin.
 */
export async function startLocalApp({
  h5,
  wechat: withWechat = false,
}: { h5?: string; wechat?: boolean } = {}): Promise<LocalApp> {
  const { startDatabase } = await import('../../functions/local/database')
  const database = await startDatabase()
  testEnvironment(database.endpoint)
  let now = new Date('2026-11-24T07:00:00+08:00')
  const { startWechatStandIn } = await import('../../functions/local/wechat-stand-in')
  const wechat = withWechat ? await startWechatStandIn({ now: () => now }) : undefined
  if (wechat)
    Object.assign(process.env, {
      WECHAT_URL: wechat.url,
      WECHAT_APP_ID: wechat.appId,
      WECHAT_APP_SECRET: wechat.secret,
      WECHAT_TEMPLATES: wechatTemplates,
    })
  const { createHandler } = await import('../../functions/api')
  const { localServer } = await import('../../functions/local/http')
  const { createMissingTables } = await import('../../functions/local/tables')
  await createMissingTables()
  const { fileServer } = await import('../../functions/local/files')
  const { firstOf, objectServer } = await import('../../functions/local/object-server')
  const objects = objectServer(
    () => now,
    async ({ detail }) => {
      // the image library is loaded by who uploads something
      const { checkArrived } = await import('../../functions/files/check-arrived')
      await checkArrived(detail.object.key, now)
    },
  )
  const server: Server = localServer(
    createHandler(() => now),
    firstOf(objects, ...(h5 ? [fileServer(h5)] : [])),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const app: LocalApp = {
    url,
    get wechat() {
      if (!wechat) throw new Error('started without WeChat: startLocalApp({ wechat: true })')
      return wechat
    },
    setNow: (iso) => {
      now = new Date(iso)
    },
    holding: (token) => {
      const send = sender(url)
      return {
        app,
        token,
        personId: '',
        get: (path) => send('GET', path, token),
        post: (path, body, key) => send('POST', path, token, body, key),
      }
    },
    as: (role, name = 'someone', hallId, more) => person(app, () => now, role, name, hallId, more),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      const { client } = await import('../../functions/platform/dynamo')
      client.destroy()
      await wechat?.stop()
      await database.stop()
      await rm(process.env.FILES_FOLDER!, { recursive: true, force: true })
    },
  }
  return app
}

/** Requests with a token, as an app sends them. */
const sender =
  (url: string) =>
  async (
    method: string,
    path: string,
    token: string,
    body?: unknown,
    key?: string,
  ): Promise<Answer<Loose>> => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(method === 'POST' && {
          'content-type': 'application/json',
          'idempotency-key': key ?? randomUUID(),
        }),
      },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as Loose),
    }
  }

async function person(
  app: LocalApp,
  clock: () => Date,
  role: Role | undefined,
  name: string,
  hallId?: string,
  more?: SignedInAs,
): Promise<Person> {
  const send = sender(app.url)
  let since: Date | undefined
  let token = ''
  let personId = ''
  let signedIn: Promise<void> | undefined
  const signIn = async (): Promise<void> => {
    const asked = { role, person: name, ...(hallId && { hallId }), ...more }
    const { body } = await send('POST', '/local/sign-in', '', asked)
    token = body.token
    personId = body.personId
  }
  /** The token of a person whose app keeps the session fresh, whatever the test does to the clock. */
  const fresh = async (): Promise<string> => {
    if (role && (!signedIn || since !== clock())) {
      since = clock()
      signedIn = signIn()
    }
    await signedIn
    return token
  }
  await fresh()
  return {
    app,
    get token() {
      return token
    },
    personId,
    get: async (path) => send('GET', path, await fresh()),
    post: async (path, body, key) => send('POST', path, await fresh(), body, key),
  }
}
