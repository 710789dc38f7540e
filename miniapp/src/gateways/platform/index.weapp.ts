/** WeChat draws the navigation bar and the tab bar. */
export const drawsOwnBars = false
/** Taps come with a keyboard equivalent only in a browser. */
export const hasKeyboard = false
/** WeChat's keyboard of digits. */
export const phoneKeyboard = 'number'
