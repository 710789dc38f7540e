import { derivedId } from '../platform/crypto'

/** The six digits of a case (查询码): the same for ever, and not to be guessed from number or id. */
export const queryCodeOf = (caseId: string): string =>
  String(Buffer.from(derivedId('query code', caseId), 'base64url').readUInt32BE() % 1_000_000).padStart(
    6,
    '0',
  )
