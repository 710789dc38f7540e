import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { now } from '../clock'

const LOOK_EVERY_MS = 10_000

let last = 0

/** Somebody is there: a page calls it on every touch. */
export const noteInput = (): void => {
  last = now().getTime()
}

/** Says when nobody has touched the page for so long; asks while `when`. */
export function useIdle(afterMs: number, when: boolean, onIdle: () => void): void {
  const current = useRef(onIdle)
  current.current = onIdle
  const look = () => {
    if (when && now().getTime() - last >= afterMs) current.current()
  }
  const looking = useRef(look)
  looking.current = look
  useEffect(() => {
    if (!when) return undefined
    noteInput()
    const timer = setInterval(() => looking.current(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [when, afterMs])
  useDidShow(() => looking.current())
}
