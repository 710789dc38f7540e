/** Invitations: a code told once, good for one binding within three days, of which only the keyed hash is kept. */
import type { Account } from '../identity/public'
import { derivedId } from '../platform/crypto'
import type { Write } from '../platform/dynamo'
import type { Context, RequestMark } from '../platform/implement'
import { findInvitation, invitationId, invitationWrite } from './ticket-store'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789'
const LETTERS = BigInt(ALPHABET.length)
const CODE_LENGTH = 10
const INVITATION_MS = 3 * 86_400_000

/** What whoever invites is told. */
export interface Invited {
  readonly inviteCode: string
  readonly expiresAt: string
}

/** The code of a request: 50 bits that nobody guesses without the index key, the same when the request comes again. */
function inviteCodeOf({ id, body }: RequestMark): string {
  let bits = BigInt(`0x${Buffer.from(derivedId('invite code', id, body), 'base64url').toString('hex')}`)
  return Array.from({ length: CODE_LENGTH }, () => {
    const letter = ALPHABET[Number(bits % LETTERS)]
    bits /= LETTERS
    return letter
  }).join('')
}

/** A new invitation: what to tell, the id of its ticket, and the write that opens it. */
export function anInvitation(
  personId: string,
  { now, request }: Pick<Context, 'now' | 'request'>,
): { told: Invited; ticketId: string; write: Write } {
  const inviteCode = inviteCodeOf(request)
  // tickets end on whole seconds
  const until = new Date(Math.floor((now.getTime() + INVITATION_MS) / 1000) * 1000)
  const ticketId = invitationId(inviteCode)
  return {
    told: { inviteCode, expiresAt: until.toISOString() },
    ticketId,
    write: invitationWrite(ticketId, { personId }, until),
  }
}

/** What this very request told before, while that invitation is open; undefined afterwards. */
export async function toldBefore(
  { invitation }: Account,
  { now, request }: Context,
): Promise<Invited | undefined> {
  const inviteCode = inviteCodeOf(request)
  const ticketId = invitationId(inviteCode)
  const ticket = invitation === ticketId ? await findInvitation(ticketId, now) : undefined
  return ticket && { inviteCode, expiresAt: new Date(ticket.expiresAt * 1000).toISOString() }
}
