/** What papers say of reviews and help; each with its source. */
export const paperSettings = {
  /** Days to ask for a review (行政复议法 art. 20), months to sue (行政诉讼法 art. 46). */
  reviewDays: 60,
  suitMonths: 6,
  /** Who reviews acts of a township, and of the county's departments (行政复议法 art. 24). */
  reviewOrgan: '衡山县人民政府',
  county: '衡山县',
  /** The line of the government for questions and complaints (township policy 五(四)). */
  helpLine: '12345',
} as const
