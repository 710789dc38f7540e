/** WeChat has no voice without a plug-in: pages hide the button. */
export const speech: { say: (text: string) => void; stop: () => void } | undefined = undefined
