/** The parameters of ratings; the centre approves changes. */
export const ratingSettings = {
  /**
   * Natural days after a service contact on which it may be rated. No rule was found (GB/T 39734 part 7.2 was not
   * seen); to be confirmed by the centre.
   */
  ratableNaturalDays: 15,
  /** A rate of fewer than this says little (样本少). */
  fewRatings: 30,
  /** A clerk reads texts and an average of a month only among so many, or once the month is over. */
  leastAmong: 5,
  /** A ticket of the desk's second screen. */
  screenMs: 3 * 60_000,
  /** What looks like forged praise (疑似刷评). */
  forged: { secondsAfterContact: 3, ofOnePerson: 5, sameTags: 20 },
} as const
