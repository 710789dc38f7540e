/** What a case's events add up to: its pauses, its extension, what is owed, how often somebody had to come. */
import type { ClockTime, Day } from '../foundation/time'
import { chinaDay } from '../foundation/time'
import type { CaseEvent } from './case'
import type { Clocked, Pause } from './deadline'

type Told = Pick<CaseEvent, 'action' | 'at' | 'facts'>

/** The pauses of a case, in their order; the last one may still stand. */
export function pausesOf(events: readonly Told[]): Pause[] {
  const pauses: Pause[] = []
  for (const { action, at, facts } of events) {
    const last = pauses[pauses.length - 1]
    if (action === 'pause') pauses.push({ from: at, workingDays: facts?.workingDays ?? 0 })
    // whatever ends a pause ends it: resuming, taking the case back, ending it
    else if (last && last.to === undefined && ['resume', 'withdraw', 'terminate'].includes(action))
      last.to = at
  }
  return pauses
}

/** The working days by which the limits were extended (延长); 0 when they were not. */
export const extensionOf = (events: readonly Told[]): number =>
  events.find(({ action }) => action === 'extend')?.facts?.workingDays ?? 0

/** What the clock needs of an accepted case. */
export const clockedOf = (
  { acceptedAt, events }: { acceptedAt: string; events: readonly Told[] },
  closes: ClockTime,
): Clocked => ({ acceptedOn: chinaDay(new Date(acceptedAt)), pauses: pausesOf(events), closes })

/** The day by which what was promised for later (容缺) is to come. */
export const gapsUntil = (events: readonly Told[]): Day | undefined =>
  events.find(({ action }) => action === 'accept')?.facts?.until

/** How often the case made a person come to the hall (到办事现场次数). */
export const tripsOf = (events: readonly Told[]): number =>
  events.filter(({ facts }) => facts?.came === true).length
