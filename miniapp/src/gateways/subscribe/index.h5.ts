/** Asks whether messages may be sent; undefined where there is no WeChat. Answers the templates that were allowed. */
export const subscribe: ((templateIds: string[]) => Promise<readonly string[]>) | undefined = undefined
