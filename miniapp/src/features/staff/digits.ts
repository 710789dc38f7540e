/** The six digits of the authenticator as a person types or pastes them: blanks between them do no harm. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(0, 6)

/** True when all six are there. */
export const isWhole = (digits: string): boolean => digits.length === 6
