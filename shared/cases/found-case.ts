import * as z from 'zod/mini'
import { CaseStatus } from './lifecycle'
import { Day, Instant } from '../foundation/time'
import type { CaseEvent } from './case'

/** What anybody may know of what happened: that there is a result, never which. */
export const FoundStep = z.enum([
  'received',
  'accepted',
  'decided',
  'handed-over',
  'not-accepted',
  'withdrawn',
  'terminated',
])
export type FoundStep = z.infer<typeof FoundStep>

/** A case as anybody may read it who has its number and query code: where it stands, and nobody's name. */
export const FoundCase = z.object({
  caseNumber: z.string(),
  serviceName: z.string(),
  hallName: z.string(),
  status: CaseStatus,
  receivedAt: Instant,
  promisedDay: z.optional(Day),
  promisedDayPending: z.optional(z.number()),
  steps: z.array(z.object({ step: FoundStep, at: Instant })),
})
export type FoundCase = z.infer<typeof FoundCase>

const foundAs: Partial<Record<CaseEvent['action'], FoundStep>> = {
  receive: 'received',
  accept: 'accepted',
  deem: 'accepted',
  approve: 'decided',
  refuse: 'decided',
  'record-county': 'decided',
  issue: 'handed-over',
  decline: 'not-accepted',
  inform: 'not-accepted',
  withdraw: 'withdrawn',
  terminate: 'terminated',
}

/** The steps of a case for who has no more than its number and query code. */
export const foundSteps = (events: readonly CaseEvent[]): FoundCase['steps'] =>
  events.flatMap(({ action, at }) => {
    const step = foundAs[action]
    return step ? [{ step, at }] : []
  })
