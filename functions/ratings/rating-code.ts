import { derivedId } from '../platform/crypto'

/**
 * The code of a contact's rating, at the window and in a message's link: 22 characters that cannot be guessed and do not
 * lead back to the case. Nothing is kept for it; the rating uses it up.
 */
export const ratingCodeOf = (caseId: string, contact: number): string =>
  derivedId('rating-code', caseId, String(contact))
