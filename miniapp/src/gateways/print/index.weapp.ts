/** A phone does not print: the paper is made at the window's computer. */
export const print: (() => void) | undefined = undefined
