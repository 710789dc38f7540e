import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { FollowUp, FollowUpStatus } from './follow-up'

/** Follow-ups of a hall, oldest deadline first; open ones unless said; pages of 50. */
export const listFollowUps = endpoint({
  method: 'GET',
  path: '/oversight/follow-ups',
  summary: '差评跟进',
  allow: { supervisor: 'hall' },
  input: z.object({
    hallId: z.string(),
    status: z._default(FollowUpStatus, 'open'),
    cursor: z.optional(z.string()),
  }),
  output: z.object({ followUps: z.array(FollowUp), cursor: z.optional(z.string()) }),
  refuses: ['not-found'],
})
