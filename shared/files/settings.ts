/** Limits of uploads; what was taken where no rule was found is to be confirmed by the centre. */
export const fileSettings = {
  mostBytes: 10 * 1024 * 1024,
  mostPixels: 40_000_000,
  /** The longer side of what is kept: A4 at 300 dpi. */
  keptSide: 3508,
  /** Of the picture for a list: some 10 KB, for slow lines. */
  smallSide: 240,
  leastSide: 60,
  /** The longer side at most so many times the shorter: a receipt fits, a line does not. */
  mostSlender: 12,
  /** How long a ticket to upload or a link to download works. */
  ticketMs: 5 * 60_000,
  linkMs: 5 * 60_000,
  /** A ticket that was never used is forgotten after a day; a file that belongs to nothing after 30 (rules 7.3). */
  unusedDays: 1,
  unattachedDays: 30,
} as const
