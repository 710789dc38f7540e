import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { Day, Instant } from '../foundation/time'
import { matrix } from '../identity/matrix'
import { AuditRow } from './deed'

/** The audit rows of a hall's day, oldest first; pages of 50. Reading them leaves a row of its own. */
export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: '审计记录',
  allow: matrix.readAudit,
  input: z.object({ hallId: Id, date: Day, cursor: z.optional(Cursor) }),
  output: z.object({ rows: z.array(AuditRow), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** How far a hall's chain is sealed, and its head, as the hand-over sheet prints it. */
export const viewAuditState = endpoint({
  method: 'GET',
  path: '/audit/state',
  summary: '审计封存到哪里',
  allow: matrix.auditState,
  input: z.object({ hallId: Id }),
  output: z.object({
    /** Links so far. */
    length: z.number(),
    /** The hash of the last link; absent while there is none. */
    head: z.optional(z.string()),
    sealedAt: z.optional(Instant),
    /** Seconds the oldest row not yet linked has waited; 0 when all are. */
    lagSeconds: z.number(),
  }),
  refuses: ['not-found'],
})
