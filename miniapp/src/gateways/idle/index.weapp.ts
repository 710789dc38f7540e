import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { now } from '../clock'
import { lastTap } from '../platform'

const LOOK_EVERY_MS = 10_000

/** Says when nobody has tapped anything for so long since the page was opened; asks while `when`. */
export function useIdle(afterMs: number, when: boolean, onIdle: () => void): void {
  const since = useRef(0)
  const look = useRef<() => void>(() => undefined)
  look.current = () => {
    const quiet = now().getTime() - Math.max(lastTap(), since.current)
    if (when && since.current > 0 && quiet >= afterMs) onIdle()
  }
  useEffect(() => {
    if (!when) return undefined
    since.current = now().getTime()
    const timer = setInterval(() => look.current(), LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      since.current = 0
    }
  }, [when, afterMs])
  // A phone that slept looks before anything is tapped.
  useDidShow(() => look.current())
}
