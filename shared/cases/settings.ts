/** The parameters of cases; each with its source, changes approved by the centre (政务中心). */
export const caseSettings = {
  /** Working days after receipt to tell what is missing, else the case counts as accepted (行政许可法 art. 32). */
  supplementNoticeWorkingDays: 5,
  /** Natural days the applicant has to bring what was asked for. No rule was found; to be confirmed by the centre. */
  supplementNaturalDays: 30,
  /** The most working days of an extension (art. 42), and of one that several organs handle together. */
  extensionWorkingDays: 10,
  jointExtensionWorkingDays: 15,
  /** The most working days one pause may ask for. No rule was found; to be confirmed by the centre. */
  pauseWorkingDays: 60,
  /** Working days after the decision in which its paper is to be handed over (art. 44). */
  deliverWorkingDays: 10,
  /** Working days after acceptance in which the city platform's number is entered (体外循环; rules: part 9, 10). */
  entryWorkingDays: 1,
  /** 即办件: most steps, receipt and approval (township policy 二(二)4). */
  immediateSteps: 2,
  /** People who look at a place together (行政许可法 art. 34). */
  visitors: 2,
  /** Photos and papers of one case; to be confirmed by the centre. */
  mostFiles: 60,
  /** At once. */
  mostFilesAtOnce: 10,
} as const
