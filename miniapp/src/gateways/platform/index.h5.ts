/** A browser page has no navigation bar or tab bar but ours. */
export const drawsOwnBars = true
/** Taps come with a keyboard equivalent only in a browser. */
export const hasKeyboard = true
/** A browser's number field drops what is pasted with blanks; its phone field keeps it. */
export const phoneKeyboard = 'tel'
/** A browser hears every key and every move by itself. */
export const noteTap = (): void => undefined
/** As above. */
export const lastTap = (): number => 0
