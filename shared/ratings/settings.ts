/** The parameters of ratings; the centre approves changes. */
export const ratingSettings = {
  /**
   * Natural days after a service contact on which it may be rated. No rule was found (GB/T 39734 part 7.2 was not
   * seen); to be confirmed by the centre.
   */
  ratableNaturalDays: 15,
}
