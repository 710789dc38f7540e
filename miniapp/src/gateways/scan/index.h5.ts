/** Reads a code with the camera; undefined where the platform cannot. */
export const scan: (() => Promise<string | undefined>) | undefined = undefined
