/** A row of the audit (审计): who did what to which object, when and why. Content stands there only as keyed hashes. */
import * as z from 'zod/mini'
import { Role } from '../foundation/roles'
import { Instant } from '../foundation/time'

/** The chain of what belongs to no hall: accounts and sessions of residents. */
export const PEOPLE = 'people'

export const AuditRow = z.object({
  rowId: z.string(),
  at: Instant,
  hallId: z.string(),
  /** Opaque id of the person; `job:<name>` or `stream:<name>` for what runs by itself. */
  by: z.string(),
  role: z.union([Role, z.literal('system')]),
  sessionId: z.optional(z.string()),
  /** The contract or job that did it. */
  action: z.string(),
  /** `<kind>:<id>` */
  object: z.string(),
  before: z.optional(z.string()),
  after: z.optional(z.string()),
  reason: z.optional(z.string()),
  requestId: z.string(),
})
export type AuditRow = z.infer<typeof AuditRow>
