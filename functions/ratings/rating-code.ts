import { derivedId } from '../platform/crypto'

/** The code of a case's rating: 22 characters that cannot be guessed and do not lead back to the case. */
export const ratingCodeOf = (caseId: string): string => derivedId('rating-code', caseId)
