import type { Caller } from '../identity/identity'
import { matrix } from '../identity/matrix'
import type { Scope } from '../foundation/roles'

/** Whose a file is, and what it belongs to. */
export interface Belongs {
  readonly hallId: string
  readonly uploaderId: string
  /** What it was handed in for; absent while its uploader may still change their mind. */
  readonly of?: string
}

const scopes: Readonly<Partial<Record<Caller['role'], Scope>>> = matrix.viewFile

/**
 * Who may see a file: who uploaded it; and the desk of its hall once it was handed in. What a resident has only
 * photographed is nobody's business.
 */
export const maySeeFile = (
  { uploaderId, of, hallId }: Belongs,
  { role, personId, hallIds }: Caller,
): boolean =>
  uploaderId === personId || (scopes[role] === 'hall' && of !== undefined && hallIds.includes(hallId))
