import { useEffect, useRef } from 'react'
import { now } from '../clock'

const LOOK_EVERY_MS = 10_000
const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

let last = 0

const noteInput = (): void => {
  last = now().getTime()
}

/** Says when nobody has touched keys, mouse or screen for so long; asks while `when`. */
export function useIdle(afterMs: number, when: boolean, onIdle: () => void): void {
  const current = useRef(onIdle)
  current.current = onIdle
  useEffect(() => {
    if (!when) return undefined
    noteInput()
    inputs.forEach((input) => window.addEventListener(input, noteInput, { capture: true, passive: true }))
    const look = () => {
      if (now().getTime() - last >= afterMs) current.current()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    // A machine that slept looks before anything is seen or pressed.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      inputs.forEach((input) => window.removeEventListener(input, noteInput, { capture: true }))
    }
  }, [when, afterMs])
}
