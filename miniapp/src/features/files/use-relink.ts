import { useRef } from 'react'
import { now } from '@/gateways/clock'

/** Not oftener than this: a picture that never comes must not be asked for without end. */
const NOT_AGAIN_MS = 60_000

/** Asks again for what holds links to pictures, when one of them no longer works. */
export function useRelink(reload: () => void): () => void {
  const last = useRef(0)
  return () => {
    const at = now().getTime()
    if (at - last.current < NOT_AGAIN_MS) return
    last.current = at
    reload()
  }
}
