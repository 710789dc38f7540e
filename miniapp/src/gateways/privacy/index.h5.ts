/** A browser wants no agreement of WeChat's. */
export const agreesByButton = (): boolean => false

/** A browser has no guide of WeChat's. */
export const openWechatGuide: (() => void) | undefined = undefined
