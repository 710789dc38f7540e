import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { now } from '@/gateways/clock'

const TICK_MS = 20_000

/** What time it is, for words that change while a person looks: waiting minutes, what is due today. */
export function useNow(): Date {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  useDidShow(() => setAt(now()))
  return at
}
