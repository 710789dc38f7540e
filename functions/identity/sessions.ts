/** Opening, turning and ending sessions: each refresh uses up its token; one that comes again ends the session. */
import { randomBytes } from 'node:crypto'
import type { Role } from '@one-window/shared/foundation/roles'
import { chinaDay } from '@one-window/shared/foundation/time'
import { sessionLife, type ClientKind, type SessionTokens } from '@one-window/shared/identity/session'
import { reachOf, type Reach } from '@one-window/shared/staff/post'
import type { By } from '../platform/audit'
import type { Write } from '../platform/dynamo'
import { log } from '../platform/log'
import { Problem } from '../platform/problem'
import { findAccount, type Account, type OpenSession } from './account-store'
import { saveSession, sessionEnd, sessionWrite } from './session-store'
import { readToken, signToken } from './tokens'

/** A new id of a session; opaque. */
export const newSessionId = (): string => randomBytes(12).toString('base64url')

const nowhere: Reach = { hallIds: [], stationIds: [], offices: [] }

/** What a person reaches in a role today; undefined when they do not hold it (any more). */
export function reach(
  account: Pick<Account, 'kind' | 'state' | 'posts'>,
  role: Role,
  now: Date,
): Reach | undefined {
  if (account.kind === 'resident') return role === 'resident' ? nowhere : undefined
  return account.state === 'active' ? reachOf(account.posts ?? [], role, chinaDay(now)) : undefined
}

/** A session that begins now in a role. */
export const begun = (role: Role, client: ClientKind, now: Date, steppedUp: boolean): OpenSession => ({
  client,
  role,
  since: now.toISOString(),
  usedAt: now.toISOString(),
  endsAt: new Date(
    now.getTime() + (role === 'resident' ? sessionLife.residentMs : sessionLife.staffAbsoluteMs),
  ).toISOString(),
  turn: 0,
  ...(steppedUp && { steppedUpUntil: new Date(now.getTime() + sessionLife.stepUpMs).toISOString() }),
})

/** Sessions that make room for one more: over, or unused for longest. */
const makingRoom = (sessions: Account['sessions'], now: Date): string[] => {
  const open = Object.entries(sessions).sort(([, one], [, other]) => (one.usedAt < other.usedAt ? -1 : 1))
  const over = open.filter(([, { endsAt }]) => endsAt <= now.toISOString()).map(([id]) => id)
  const rest = open.map(([id]) => id).filter((id) => !over.includes(id))
  return [...over, ...rest.slice(0, Math.max(0, rest.length - sessionLife.most + 1))]
}

/** The tokens of a session at its turn. */
export async function tokensOf(
  account: Account,
  sessionId: string,
  session: OpenSession,
  now: Date,
): Promise<SessionTokens> {
  const { personId } = account
  const of = { personId, sessionId, client: session.client, turn: session.turn }
  const ends = Date.parse(session.endsAt)
  const idle = session.role === 'resident' ? sessionLife.residentMs : sessionLife.staffIdleMs
  const until = (ms: number): Date => new Date(Math.min(ends, now.getTime() + ms))
  const expires = until(session.role === 'resident' ? sessionLife.accessMs : sessionLife.staffAccessMs)
  return {
    role: session.role,
    personId,
    ...(reach(account, session.role, now) ?? nowhere),
    token: await signToken('access', of, now, expires),
    refreshToken: await signToken('refresh', of, now, until(idle)),
    expiresAt: expires.toISOString(),
    ...(account.name && { greeting: account.name }),
  }
}

/** Opens a session of a person whose right to it is settled. */
export async function openSession(
  account: Account,
  { role, client, steppedUp = false, sessionId = newSessionId(), beside = [] }: OpenedAs,
  by: By,
): Promise<SessionTokens> {
  const session = begun(role, client, by.now, steppedUp)
  const ends = makingRoom(account.sessions, by.now).filter((id) => id !== sessionId)
  const as = { ...by, caller: { personId: account.personId, role, sessionId } }
  const write = sessionWrite(account.personId, sessionId, session, { ends })
  const reached = reach(account, role, by.now)
  if (!(await saveSession(account.personId, [write, ...beside], as, { hallId: reached?.hallIds[0] }))) {
    const present = await findAccount(account.personId)
    const standing = present && (await standingSession(present, sessionId, by.now))
    if (!standing) throw new Problem('not-signed-in')
    return standing
  }
  return tokensOf(account, sessionId, session, by.now)
}

/** What a sign-in that is sent again gets: the tokens of the session it opened; undefined when that has ended. */
export async function standingSession(
  account: Account,
  sessionId: string,
  now: Date,
): Promise<SessionTokens | undefined> {
  const session = account.sessions[sessionId]
  const stands = session && now.toISOString() < session.endsAt && reach(account, session.role, now)
  return stands ? tokensOf(account, sessionId, session, now) : undefined
}

/** As what, and where, a session is opened; an id that is derived from the sign-in makes the sign-in repeatable. */
export interface OpenedAs {
  role: Role
  client: ClientKind
  steppedUp?: boolean
  sessionId?: string
  /** What must hold with it, in the same transaction. */
  beside?: readonly Write[]
}

/** The next tokens for a refresh token. Sent again by the same request it answers again; by another, the session ends. */
export async function refreshed(
  refreshToken: string,
  by: By & { requestKey: string },
): Promise<SessionTokens> {
  const { now, requestKey } = by
  const said = await readToken('refresh', refreshToken, now)
  const account = said && (await findAccount(said.personId))
  const session = said && account?.sessions[said.sessionId]
  if (!account || !session || session.endsAt <= now.toISOString() || session.client !== said.client)
    throw new Problem('not-signed-in')
  if (!reach(account, session.role, now)) throw new Problem('post-ended')
  const { personId, sessionId } = said
  if (session.lastRefresh === requestKey && session.turn === said.turn + 1)
    return tokensOf(account, sessionId, session, now)
  const as = { ...by, caller: { personId, role: session.role, sessionId } }
  if (session.turn !== said.turn) {
    log.warn('a used refresh token came again; its session was ended', { requestId: by.requestId })
    await saveSession(personId, sessionEnd(personId, sessionId), as, { reason: 'refresh token reused' })
    throw new Problem('not-signed-in')
  }
  const next = { ...session, turn: session.turn + 1, usedAt: now.toISOString(), lastRefresh: requestKey }
  const write = sessionWrite(personId, sessionId, next, { turn: session.turn })
  if (!(await saveSession(personId, write, as))) throw new Problem('busy')
  return tokensOf(account, sessionId, next, now)
}
