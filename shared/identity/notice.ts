/**
 * What is told before any personal data is collected (告知, 个人信息保护法 art. 17): versioned; a change of substance
 * asks everybody again. The words are the notice page itself.
 */

/** The version that is asked for now. */
export const noticeVersion = '2026-12'

/** True when the person has agreed to the notice as it stands. */
export const hasAgreed = (version: string | undefined): boolean => version === noticeVersion
