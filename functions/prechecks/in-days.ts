const DAY_MS = 86_400_000

/** So many days later, in epoch seconds, as the table counts. */
export const inDays = (now: Date, days: number): number => Math.floor((now.getTime() + days * DAY_MS) / 1000)
