/** Limits of pre-checks where no rule was found (rules 7.3: drafts 30 days, materials a year); the centre confirms them. */
export const precheckSettings = {
  mostRounds: 5,
  mostFiles: 10,
  draftDays: 30,
  keptDays: 365,
} as const
