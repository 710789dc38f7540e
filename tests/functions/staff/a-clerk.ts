/** Staff for tests: invited, bound to a WeChat, with an authenticator of their own. */
import { Secret, TOTP } from 'otpauth'
import type { Role } from '@one-window/shared/foundation/roles'
import type { LocalApp, Person } from '../../support/local-app'

export interface BoundClerk {
  readonly personId: string
  readonly openid: string
  readonly person: Person
  readonly refreshToken: string
  /** The authenticator's code at this time. */
  totp(at: string): string
}

export const codeAt = (secret: string, at: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(at) })

/** An administrator who has just given the second factor. */
export const anAdmin = (app: LocalApp, name = '系统管理员', hallId = 'yonghe'): Promise<Person> =>
  app.as('admin', name, hallId, { steppedUp: true })

let clerks = 0

/** Invites somebody and binds their WeChat; `at` is what time the app thinks it is. */
export async function aBoundClerk(
  app: LocalApp,
  {
    at,
    posts = [{ role: 'window-staff', hallId: 'yonghe', from: '2026-01-01' }],
  }: {
    at: string
    posts?: readonly { role: Role; hallId: string; from: string; until?: string; stationId?: string }[]
  },
): Promise<BoundClerk> {
  const openid = `o-clerk-${++clerks}`.padEnd(28, 'x')
  const admin = await anAdmin(app)
  const anyone = await app.as()
  const invited = await admin.post('/staff', { name: `受理员${clerks}`, posts })
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body))
  const { bindTicket, secret } = (
    await anyone.post('/sign-in/bind', {
      inviteCode: invited.body.inviteCode,
      code: app.wechat.newLoginCode(openid),
    })
  ).body
  const confirmed = await anyone.post('/sign-in/bind/confirm', { bindTicket, totp: codeAt(secret, at) })
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body))
  return {
    personId: invited.body.member.personId,
    openid,
    person: app.holding(confirmed.body.token),
    refreshToken: confirmed.body.refreshToken,
    totp: (time) => codeAt(secret, time),
  }
}
