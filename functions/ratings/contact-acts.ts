/**
 * What a hall did on a day is read from the cases that its audit names, at night: no step of a case pays for being
 * counted.
 */
import { chinaDay, type Day } from '@one-window/shared/foundation/time'
import { rateCase, rateOnScreen } from '@one-window/shared/ratings/endpoints'
import { objectsOfDay, rowsOfDay } from '../audit/public'
import { contactsOn, findRatedCase, finishedAt } from '../follow-ups/public'
import { hallDayOf } from '../platform/audit'
import type { KeptCase } from '../cases/public'

const CASE = 'case:'
const rating: readonly string[] = [rateCase.summary, rateOnScreen.summary]

/** The cases of a hall that something was done to on a day, each once. */
export async function* casesOfDay(hallId: string, day: Day): AsyncGenerator<KeptCase> {
  for (const object of await objectsOfDay(hallId, day)) {
    const kept = object.startsWith(CASE) ? await findRatedCase(object.slice(CASE.length), hallId) : undefined
    if (kept) yield kept
  }
}

/** How many service contacts (服务次数) ended at a hall on a day, and how many cases were finished. */
export async function actsOfDay(hallId: string, day: Day): Promise<{ contacts: number; finished: number }> {
  let [contacts, finished] = [0, 0]
  for await (const kept of casesOfDay(hallId, day)) {
    contacts += contactsOn(kept, day).length
    const at = finishedAt(kept)
    if (at && chinaDay(new Date(at)) === day) finished += 1
  }
  return { contacts, finished }
}

/** How many ratings were given at a hall on a day, by their rows. */
export async function ratedOn(hallId: string, day: Day): Promise<number> {
  let rated = 0
  for await (const { action, object } of rowsOfDay(hallDayOf(hallId, day)))
    if (rating.includes(action) && object.startsWith('rating:')) rated += 1
  return rated
}
