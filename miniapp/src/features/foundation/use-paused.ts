import { useEffect, useState } from 'react'

const TYPING_PAUSE_MS = 300

/** What a person typed, once they pause: the service is not asked for every letter. */
export const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
