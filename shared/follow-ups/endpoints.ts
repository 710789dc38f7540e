import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { FollowUp, FollowUpStatus } from './follow-up'

/** Follow-ups of a hall, oldest deadline first; open ones unless said; pages of 50. */
export const listFollowUps = endpoint({
  method: 'GET',
  path: '/oversight/follow-ups',
  summary: '差评跟进',
  allow: { supervisor: 'hall' },
  input: z.object({
    hallId: Id,
    status: z._default(FollowUpStatus, 'open'),
    cursor: z.optional(Cursor),
  }),
  output: z.object({ followUps: z.array(FollowUp), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})
