/** A phone in WeChat shows no code to sign in by: it is the one that scans. */
export const QrSignIn = (_: { about?: string }) => null
