const speaker = typeof window === 'undefined' ? undefined : window.speechSynthesis

/** Reads a text aloud (听一遍), or stops; undefined where the platform has no voice. */
export const speech: { say: (text: string) => void; stop: () => void } | undefined = speaker && {
  say: (text) => {
    speaker.cancel()
    const words = new SpeechSynthesisUtterance(text)
    words.lang = 'zh-CN'
    words.rate = 0.9
    speaker.speak(words)
  },
  stop: () => speaker.cancel(),
}
