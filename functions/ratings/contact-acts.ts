/**
 * Service contacts are counted from the audit: every act leaves exactly one row, under the words of its contract, so no
 * step of a case pays for being counted.
 */
import { acceptCase, concludeCase, declineCase, issueCase } from '@one-window/shared/cases/endpoints'
import type { AuditRow } from '@one-window/shared/audit/deed'
import { rateCase, rateOnScreen } from '@one-window/shared/ratings/endpoints'

/** The acts that end a service contact, by number. */
const contacts: Readonly<Record<string, number>> = {
  [acceptCase.summary]: 1,
  [declineCase.summary]: 1,
  [issueCase.summary]: 2,
}
const finishing: readonly string[] = [concludeCase.summary, declineCase.summary]
const rating: readonly string[] = [rateCase.summary, rateOnScreen.summary]

type Row = Pick<AuditRow, 'action' | 'object'>

/** The contact that an act ended; undefined for every other. */
export const contactOf = ({ action }: Row): number | undefined => contacts[action]

/** Counts the acts of rows. */
export const actsIn = (rows: readonly Row[]) => ({
  contacts: rows.filter((row) => contactOf(row) !== undefined).length,
  finished: rows.filter(({ action }) => finishing.includes(action)).length,
  rated: rows.filter(({ action, object }) => rating.includes(action) && object.startsWith('rating:')).length,
})
