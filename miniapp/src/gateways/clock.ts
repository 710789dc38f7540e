/** The phone's clock: the only place that reads it. */
export const now = (): Date => new Date()
