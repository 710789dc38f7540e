import { createHash } from 'node:crypto'

/** The id of a service that a hall made itself: lower case, and the same for the same name. */
export const ownServiceId = (name: string): string =>
  `own-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
