/** Opens the print dialog for what is shown; undefined where the platform cannot print. */
export const print: (() => void) | undefined = () => window.print()
