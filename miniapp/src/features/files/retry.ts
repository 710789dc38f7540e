/** A broken line is tried again by itself, later each time; then the person says when. */
const PAUSES_MS = [800, 2000, 5000, 10_000, 20_000, 30_000]

/** How long to wait before the next try, after so many failures. */
export const pauseBefore = (failures: number): number =>
  PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? PAUSES_MS[0]!

/** True while the app tries by itself. */
export const isWorthTrying = (failures: number): boolean => failures <= PAUSES_MS.length
