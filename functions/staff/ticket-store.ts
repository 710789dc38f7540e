/** One-time tickets: invitations, bindings under way, PCs that wait to be let in. Each ends by itself. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { derivedId, open, seal } from '../platform/crypto'
import { database, defineTable, type Write } from '../platform/dynamo'
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
export const findInvitation = (ticketId: string, now: Date): Promise<InvitationTicket | undefined> =>
  find(ticketId, now)

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

/** A binding under way; undefined when there is none or its time is over. */
export async function findBinding(ticketId: string, now: Date): Promise<BindTicket | undefined> {
  const kept = await find<BindTicket>(ticketId, now)
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

export const saveDeskTicket = (ticketId: string, ticket: DeskTicket, until: Date): Promise<void> =>
  save(ticketId, ticket, until)
export const findDeskTicket = (ticketId: string, now: Date): Promise<DeskTicket | undefined> =>
  find(ticketId, now)

/** Lets the PC of a ticket in as a person; false when somebody else did. */
export const letIn = (ticketId: string, personId: string, role: string): Promise<boolean> =>
  change(ticketId, {
    UpdateExpression: 'SET personId = :person, #role = :role',
    ConditionExpression:
      'attribute_exists(secret) AND (attribute_not_exists(personId) OR personId = :person)',
    ExpressionAttributeNames: { '#role': 'role' },
    ExpressionAttributeValues: { ':person': personId, ':role': role },
  })
