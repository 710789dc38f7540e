import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { collectOnScreen, openRatingScreen } from '@one-window/shared/ratings/endpoints'
import { call } from '@/gateways/api'
import { Refusal, troubleOf, type Trouble } from '@/gateways/refusal'

export type Asked = NonNullable<OutputOf<typeof collectOnScreen>['asked']>

/** As often as the screen asks whether somebody is to rate. */
const ASK_MS = 2000

interface Held {
  screenId: string
  secret: string
}

/**
 * A second screen: it gets a number of its own, kept in memory alone, and asks what to show. When its number is over it
 * gets another by itself.
 */
export function useRatingScreen() {
  const [held, setHeld] = useState<Held>()
  const [asked, setAsked] = useState<Asked>()
  const [trouble, setTrouble] = useState<Trouble>()
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  const open = useCallback(async () => {
    try {
      const screen = await call(openRatingScreen, {})
      if (!mounted.current) return
      setHeld(screen)
      setTrouble(undefined)
    } catch (thrown) {
      if (mounted.current) setTrouble(troubleOf(thrown))
    }
  }, [])

  const ask = useCallback(async (screen: Held) => {
    try {
      const { asked: next } = await call(collectOnScreen, screen)
      if (!mounted.current) return
      setAsked(next)
      setTrouble(undefined)
    } catch (thrown) {
      if (!mounted.current) return
      if (thrown instanceof Refusal && thrown.code === 'screen-over') setHeld(undefined)
      else setTrouble(troubleOf(thrown))
    }
  }, [])

  useEffect(() => {
    if (!held) {
      void open()
      return undefined
    }
    const timer = setInterval(() => void ask(held), ASK_MS)
    return () => clearInterval(timer)
  }, [held, open, ask])

  return { held, asked, trouble, retry: () => void open(), done: () => setAsked(undefined) }
}
