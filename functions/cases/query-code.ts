import { derivedId } from '../platform/crypto'

/** Six digits that follow from a case and a purpose: the same for ever, and not to be guessed from number or id. */
const digitsOf = (purpose: string, caseId: string): string =>
  String(Buffer.from(derivedId(purpose, caseId), 'base64url').readUInt32BE() % 1_000_000).padStart(6, '0')

/** The six digits that, with its number, find a case without signing in (查询码). */
export const queryCodeOf = (caseId: string): string => digitsOf('query code', caseId)

/** The six digits that the applicant tells who fetches the result for them (取件码). */
export const pickUpCodeOf = (caseId: string): string => digitsOf('pick-up code', caseId)
