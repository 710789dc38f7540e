/** One-time tickets: invitations, bindings under way, PCs that wait to be let in. Each ends by itself. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { derivedId, open, seal } from '../platform/crypto'
import { database, defineTable, type Write } from '../platform/dynamo'
import type { RequestMark } from '../platform/implement'
import { readItem } from '../platform/read-item'

const table = defineTable('tickets', { ticketId: { type: String, hashKey: true } }, { expires: 'expiresAt' })

/** An invitation: the code itself is kept nowhere. */
export interface InvitationTicket {
  readonly personId: string
}

/** A binding under way; WeChat and secret are sealed. */
export interface BindTicket {
  readonly personId: string
  readonly invitation: string
  readonly openid: string
  readonly secret: string
  readonly tries: number
  /** The request that made it good. */
  readonly doneBy?: string
}

/** A PC that asks to be let in. */
export interface DeskTicket {
  readonly openedAt: string
  readonly machine: string
  /** The fingerprint of the PC's secret. */
  readonly secret: string
  readonly personId?: string
  readonly role?: string
  /** Its session was opened: there is no other. */
  readonly collected?: true
}

const epoch = (date: Date): number => Math.floor(date.getTime() / 1000)
const place = (ticketId: string, field: string) => ({ table: 'tickets', key: ticketId, field })

/** The id of an invitation's ticket, from the code that a person types. */
export const invitationId = (code: string): string => `invitation.${derivedId('invitation', code)}`

async function find<T>(ticketId: string, now: Date): Promise<T | undefined> {
  const item = await readItem(table.name, { ticketId })
  return item && Number(item.expiresAt) > epoch(now) ? (item as T) : undefined
}

async function save(ticketId: string, ticket: object, until: Date): Promise<void> {
  const Item = { ...ticket, ticketId, expiresAt: epoch(until) }
  await database.send(
    new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(ticketId)' }),
  )
}

/** Changes a ticket if what it stood on still holds; false when it does not. Tickets are no records: no row. */
async function change(ticketId: string, update: object): Promise<boolean> {
  try {
    await database.send(
      new UpdateCommand({ TableName: table.name, Key: { ticketId }, ...update } as ConstructorParameters<
        typeof UpdateCommand
      >[0]),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** The write of an invitation, for the transaction that invites. */
export const invitationWrite = (ticketId: string, { personId }: InvitationTicket, until: Date): Write => ({
  Put: { TableName: table.name, Item: { ticketId, personId, expiresAt: epoch(until) } },
})
/** An invitation that is open, with its end in epoch seconds. */
export const findInvitation = (
  ticketId: string,
  now: Date,
): Promise<(InvitationTicket & { expiresAt: number }) | undefined> => find(ticketId, now)

/** Keeps a binding under way, until then. */
export const saveBinding = (ticketId: string, ticket: BindTicket, until: Date): Promise<void> =>
  save(
    ticketId,
    {
      ...ticket,
      openid: seal(ticket.openid, place(ticketId, 'openid')),
      secret: seal(ticket.secret, place(ticketId, 'secret')),
    },
    until,
  )

/** The id of a binding's ticket, from the request that began it. */
export const bindingId = ({ id, body }: RequestMark): string => `bind.${derivedId('binding', id, body)}`

/** A binding under way; undefined when there is none or its time is over. */
export async function findBinding(ticketId: string, now: Date): Promise<BindTicket | undefined> {
  const kept = /^bind\.[\w-]{22}$/.test(ticketId) ? await find<BindTicket>(ticketId, now) : undefined
  return (
    kept && {
      ...kept,
      openid: open(kept.openid, place(ticketId, 'openid')),
      secret: open(kept.secret, place(ticketId, 'secret')),
    }
  )
}

/** Counts a wrong code; false when another try was counted meanwhile. */
export const countTry = (ticketId: string, tries: number): Promise<boolean> =>
  change(ticketId, {
    UpdateExpression: 'SET tries = :next',
    ConditionExpression: 'tries = :tries',
    ExpressionAttributeValues: { ':next': tries + 1, ':tries': tries },
  })

/** The write that uses a binding up, for the transaction that makes it good. */
export const bindingDone = (ticketId: string, requestId: string): Write => ({
  Update: {
    TableName: table.name,
    Key: { ticketId },
    UpdateExpression: 'SET doneBy = :request',
    ConditionExpression: 'attribute_exists(ticketId) AND attribute_not_exists(doneBy)',
    ExpressionAttributeValues: { ':request': requestId },
  },
})

/** The wrong codes of a WeChat that is nobody's here. */
export interface StrangerTries {
  readonly failures: number
  readonly lockedUntil?: string
}
const STRANGER_MS = 3_600_000
const strangerKey = (blind: string): string => `stranger.${blind}`

export async function findStranger(blind: string, now: Date): Promise<StrangerTries | undefined> {
  const kept = await find<StrangerTries>(strangerKey(blind), now)
  return kept && { failures: kept.failures, ...(kept.lockedUntil && { lockedUntil: kept.lockedUntil }) }
}

/** The write of one more wrong code, only on the count as read; forgotten an hour after the last. */
export const strangerWrite = (
  blind: string,
  seen: StrangerTries | undefined,
  tries: StrangerTries,
  now: Date,
): Write => ({
  Put: {
    TableName: table.name,
    Item: {
      ...tries,
      ticketId: strangerKey(blind),
      expiresAt: epoch(new Date(now.getTime() + STRANGER_MS)),
    },
    ConditionExpression: seen
      ? `failures = :failures AND ${seen.lockedUntil ? 'lockedUntil = :locked' : 'attribute_not_exists(lockedUntil)'}`
      : 'attribute_not_exists(ticketId) OR expiresAt <= :now',
    ExpressionAttributeValues: seen
      ? { ':failures': seen.failures, ...(seen.lockedUntil && { ':locked': seen.lockedUntil }) }
      : { ':now': epoch(now) },
  },
})

/** Tickets of one kind are never read as another. */
const deskKey = (ticketId: string): string => `desk.${ticketId}`
export const saveDeskTicket = (ticketId: string, ticket: DeskTicket, until: Date): Promise<void> =>
  save(deskKey(ticketId), ticket, until)
export const findDeskTicket = (ticketId: string, now: Date): Promise<DeskTicket | undefined> =>
  find(deskKey(ticketId), now)

/** The write that uses a ticket of a PC up, for the transaction that opens its session. */
export const ticketCollected = (ticketId: string): Write => ({
  Update: {
    TableName: table.name,
    Key: { ticketId: deskKey(ticketId) },
    UpdateExpression: 'SET collected = :yes',
    ConditionExpression: 'attribute_exists(personId) AND attribute_not_exists(collected)',
    ExpressionAttributeValues: { ':yes': true },
  },
})

/** Lets the PC of a ticket in as a person; false when somebody else did. */
export const letIn = (ticketId: string, personId: string, role: string): Promise<boolean> =>
  change(deskKey(ticketId), {
    UpdateExpression: 'SET personId = :person, #role = :role',
    ConditionExpression:
      'attribute_exists(secret) AND (attribute_not_exists(personId) OR personId = :person)',
    ExpressionAttributeNames: { '#role': 'role' },
    ExpressionAttributeValues: { ':person': personId, ':role': role },
  })
