/** Accounts: who a person is to us, with their open sessions. What names a person is sealed. */
import type { RealNameLevel, ClientKind } from '@one-window/shared/identity/session'
import type { Role } from '@one-window/shared/foundation/roles'
import type { Post } from '@one-window/shared/staff/post'
import { audited, type By, type Deed } from '../platform/audit'
import { open, seal } from '../platform/crypto'
import { ConditionFailed, defineTable, transact, type Write } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

export const accounts = defineTable('accounts', { personId: { type: String, hashKey: true } })

/** One open session; the tokens of earlier turns are used up. */
export interface OpenSession {
  readonly client: ClientKind
  readonly role: Role
  readonly since: string
  /** When its tokens were last given out. */
  readonly usedAt: string
  /** Ends then, whatever happens. */
  readonly endsAt: string
  readonly turn: number
  /** The request of the last refresh: sent again, it gets the same tokens. */
  readonly lastRefresh?: string
  readonly steppedUpUntil?: string
  /** The request of the last step-up: sent again, it is answered again. */
  readonly lastStepUp?: string
}

/** What is kept of a staff member's second factor. */
export interface SecondFactor {
  /** Base32, sealed at rest. */
  readonly secret: string
  /** The last time step that was used: none is used twice. */
  readonly usedStep: number
  readonly failures: number
  readonly lockedUntil?: string
}

/** A person as kept. */
export interface Account {
  readonly personId: string
  readonly kind: 'resident' | 'staff'
  /** Counts the changes of everything but sessions and second factor. */
  readonly revision: number
  readonly sessions: Readonly<Record<string, OpenSession>>
  readonly name?: string
  readonly phone?: string
  /** WeChat vouched for the phone. */
  readonly phoneVouched?: boolean
  readonly idNumber?: string
  readonly realName: RealNameLevel
  /** The WeChat of the person: sealed, to tell them something; found by blind index only. */
  readonly openid?: string
  readonly agreed?: { readonly version: string; readonly at: string }
  readonly state?: 'awaiting-second' | 'invited' | 'active' | 'disabled'
  readonly posts?: readonly Post[]
  /** Posts that a second administrator must confirm, and who asked for them. */
  readonly pending?: { readonly posts: readonly Post[]; readonly by: string }
  /** The ticket of the invitation that is open. */
  readonly invitation?: string
  readonly boundAt?: string
  readonly secondFactor?: SecondFactor
  /** The requests that made it what it is, each with the fingerprint of its body; the newest 20. */
  readonly requests?: Readonly<Record<string, string>>
}

type Item = Record<string, unknown>
const sealedFields = ['name', 'phone', 'idNumber', 'openid'] as const

/** Where a sealed value of an account lives. */
export const accountPlace = (personId: string, field: string) => ({ table: 'accounts', key: personId, field })

/** A second factor as it is kept. */
export const sealedFactor = (personId: string, factor: SecondFactor): SecondFactor => ({
  ...factor,
  secret: seal(factor.secret, accountPlace(personId, 'secret')),
})

const itemOf = (account: Account): Item => {
  const item: Item = { ...account }
  for (const field of sealedFields) {
    const value = account[field]
    if (value !== undefined) item[field] = seal(value, accountPlace(account.personId, field))
  }
  if (account.secondFactor) item.secondFactor = sealedFactor(account.personId, account.secondFactor)
  return item
}

const accountOf = (item: Item): Account => {
  const account = { ...item } as Item & { personId: string; secondFactor?: SecondFactor }
  for (const field of sealedFields)
    if (typeof account[field] === 'string')
      account[field] = open(account[field], accountPlace(account.personId, field))
  if (account.secondFactor)
    account.secondFactor = {
      ...account.secondFactor,
      secret: open(account.secondFactor.secret, accountPlace(account.personId, 'secret')),
    }
  return account as unknown as Account
}

/** Someone new, with no session and nothing known. */
export const newAccount = (personId: string, kind: Account['kind']): Account => ({
  personId,
  kind,
  revision: 0,
  sessions: {},
  realName: 'none',
})

/** The account as it stands, strongly read: 1 read unit. */
export async function findAccount(personId: string): Promise<Account | undefined> {
  const item = await readItem(accounts.name, { personId })
  return item && accountOf(item)
}

/**
 * Who is behind a session, strongly read and without opening what is sealed: what every request asks. Shapes are those
 * of Account, sealed fields still sealed.
 */
export const findStanding = async (
  personId: string,
): Promise<Omit<Account, (typeof sealedFields)[number]> | undefined> =>
  (await readItem(accounts.name, { personId })) as Account | undefined

/** Runs writes with their row; false when a condition failed. */
export async function written(writes: readonly Write[], by: By, deed: Deed): Promise<boolean> {
  try {
    await transact(writes, audited(by, deed))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}

/** A deed on a person. */
export const deedOf = (personId: string, deed?: Omit<Deed, 'object'>): Deed => ({
  ...deed,
  object: `person:${personId}`,
})

/** Saves a new account once, with what else must hold; false when it is there already or something else failed. */
export const saveNewAccount = (
  account: Account,
  by: By,
  { beside = [], deed }: { beside?: readonly Write[]; deed?: Omit<Deed, 'object'> } = {},
): Promise<boolean> =>
  written(
    [
      {
        Put: {
          TableName: accounts.name,
          Item: itemOf(account),
          ConditionExpression: 'attribute_not_exists(personId)',
        },
      },
      ...beside,
    ],
    by,
    deedOf(account.personId, { after: account, ...deed }),
  )

/** What changes of an account; null takes it away. Sessions are changed one by one, by `changeSessions`. */
export type AccountChanges = {
  [Field in Exclude<keyof Account, 'personId' | 'kind' | 'revision' | 'sessions'>]?: Account[Field] | null
} & { endSessions?: boolean }

/**
 * The write of a change, only on the account as read; `endSessions` ends all of them with it.
 */
export function accountWrite(read: Account, { endSessions, ...changes }: AccountChanges): Write {
  const { personId, revision } = read
  const set: Item = { revision: revision + 1, ...(endSessions && { sessions: {} }) }
  const remove: string[] = []
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) continue
    if (value === null) remove.push(field)
    else if ((sealedFields as readonly string[]).includes(field))
      set[field] = seal(value as string, accountPlace(personId, field))
    else set[field] = field === 'secondFactor' ? sealedFactor(personId, value as SecondFactor) : value
  }
  const names = Object.keys(set)
  return {
    Update: {
      TableName: accounts.name,
      Key: { personId },
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}${
        remove.length > 0 ? ` REMOVE ${remove.map((name) => `#${name}`).join(', ')}` : ''
      }`,
      ConditionExpression: '#revision = :seen',
      ExpressionAttributeNames: Object.fromEntries([...names, ...remove].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(names.map((name) => [`:${name}`, set[name]])),
        ':seen': revision,
      },
    },
  }
}

/** Changes an account as read; false when it changed meanwhile, or something beside it failed. */
export const changeAccount = (
  read: Account,
  changes: AccountChanges,
  by: By,
  { beside = [], deed }: { beside?: readonly Write[]; deed?: Omit<Deed, 'object'> } = {},
): Promise<boolean> =>
  written(
    [accountWrite(read, changes), ...beside],
    by,
    deedOf(read.personId, { before: read, after: changes, ...deed }),
  )

/** The write that deletes an account as read. */
export const accountDeletion = ({ personId, revision }: Account): Write => ({
  Delete: {
    TableName: accounts.name,
    Key: { personId },
    ConditionExpression: 'revision = :seen',
    ExpressionAttributeValues: { ':seen': revision },
  },
})
