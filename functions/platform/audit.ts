/**
 * The audit (审计): each write carries its row in its own transaction, so that no write is without one. Rows are only
 * ever added; a stream links them into the chain of their hall.
 */
import { randomBytes } from 'node:crypto'
import { PEOPLE, type AuditRow } from '@one-window/shared/audit/deed'
import { chinaDay, type Day } from '@one-window/shared/foundation/time'
import type { Role } from '@one-window/shared/foundation/roles'
import { derivedId } from './crypto'
import { defineTable, type Audited } from './dynamo'

/** The rows of a hall's day, in the order they happened. */
export const auditTable = defineTable(
  'audit',
  { hallDay: { type: String, hashKey: true }, rowId: { type: String, rangeKey: true } },
  { streamed: true },
)

/** Who does something, when, by which request; a `Context` is one. */
export interface By {
  readonly caller: { readonly personId: string; readonly role: Role | 'system'; readonly sessionId?: string }
  readonly now: Date
  readonly requestId: string
  /** The words of what is done, as the contract or the job names it. */
  readonly action: string
}

/** What is done to what. `before` and `after` are kept as keyed hashes only. */
export interface Deed {
  /** Absent for what belongs to no hall: accounts of residents. */
  readonly hallId?: string
  /** `<kind>:<id>` */
  readonly object: string
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string
}

/** Work that no person asked for: a job or a stream, by its name. */
export const bySystem = (name: string, now: Date): By => ({
  caller: { personId: name, role: 'system' },
  now,
  requestId: `${name} ${now.toISOString()}`,
  action: name,
})

/** The key of a hall's rows of a day. */
export const hallDayOf = (hallId: string, day: Day): string => `${hallId}#${day}`

const hashed = (value: unknown): string | undefined =>
  value === undefined ? undefined : derivedId('audit', JSON.stringify(value))

/** The row of a deed, for the transaction that does it. */
export function audited({ caller, now, requestId, action }: By, deed: Deed): Audited {
  const { hallId = PEOPLE, object, reason } = deed
  const at = now.toISOString()
  const row: AuditRow = {
    rowId: `${at}.${randomBytes(8).toString('base64url')}`,
    at,
    hallId,
    by: caller.personId,
    role: caller.role,
    ...(caller.sessionId && { sessionId: caller.sessionId }),
    action,
    object,
    before: hashed(deed.before),
    after: hashed(deed.after),
    ...(reason && { reason }),
    requestId,
  }
  return {
    row: {
      Put: {
        TableName: auditTable.name,
        Item: { hallDay: hallDayOf(hallId, chinaDay(now)), ...row },
        ConditionExpression: 'attribute_not_exists(rowId)',
      },
    },
  }
}
