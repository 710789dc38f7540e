/** What each key does; a phone has none. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

/** A phone has no keys: everything is a tap. */
export function useKeys(_: Keys): void {}

/** WeChat moves the cursor by itself. */
export const focusField = (_: string): void => undefined

/** As above. */
export const leaveField = (): void => undefined
