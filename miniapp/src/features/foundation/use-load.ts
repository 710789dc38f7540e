import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Endpoint, InputOf, OutputOf } from '@one-window/shared/foundation/endpoint'
import { call, keep, lastKnown } from '@/gateways/api'
import { now } from '@/gateways/clock'
import { troubleOf, type Trouble } from '@/gateways/refusal'
import { shownTogether } from './shown-together'

const HOUR_MS = 3_600_000

/** What a page knows of something it asked for. A stale value is the last known one, with its time. */
export type Loaded<T> =
  | { state: 'idle' }
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'stale'; value: T; at: string }
  | { state: 'failed'; trouble: Trouble }

export type Loading<T> = Loaded<T> & { reload: () => void }

interface Options {
  /** Nothing is asked while false: nobody is signed in, or the id is not known yet. */
  when?: boolean
  /** Asks again when the person comes back to the page. */
  fresh?: boolean
  /** A last known answer younger than this is taken as it is, without asking. */
  keptForHours?: number
}

/**
 * Asks an endpoint and follows the answer. Without a network the last known answer is given with its time; a reload
 * keeps what is shown until the new answer is there.
 */
export function useLoad<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { when = true, fresh = false, keptForHours = 0 }: Options = {},
): Loading<OutputOf<E>> {
  type Value = OutputOf<E>
  const asked = JSON.stringify(input)
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: when ? 'loading' : 'idle' })
  const turn = useRef(0)
  const underWay = useRef(0)

  const load = useCallback(() => {
    const mine = (turn.current += 1)
    const said = JSON.parse(asked) as InputOf<E>
    underWay.current += 1
    setLoaded((before) =>
      before.state === 'ready' || before.state === 'stale' ? before : { state: 'loading' },
    )
    shownTogether(
      call(endpoint, said).then(
        (value) => () => {
          underWay.current -= 1
          if (mine !== turn.current) return
          keep(endpoint, said, value)
          setLoaded({ state: 'ready', value })
        },
        (thrown: unknown) => () => {
          underWay.current -= 1
          if (mine !== turn.current) return
          const trouble = troubleOf(thrown)
          const kept = trouble.kind === 'refused' ? undefined : lastKnown(endpoint, said)
          setLoaded(kept ? { state: 'stale', value: kept.value, at: kept.at } : { state: 'failed', trouble })
        },
      ),
    )
  }, [endpoint, asked])

  useEffect(() => {
    const kept = when && keptForHours > 0 ? lastKnown(endpoint, JSON.parse(asked) as InputOf<E>) : undefined
    const isYoung = kept && now().getTime() - Date.parse(kept.at) < keptForHours * HOUR_MS
    if (isYoung) setLoaded({ state: 'ready', value: kept.value })
    else if (when) load()
    else setLoaded({ state: 'idle' })
    return () => {
      turn.current += 1
    }
  }, [when, load, endpoint, asked, keptForHours])

  useDidShow(() => {
    // a page that opens is shown and asked for at the same time: once is enough
    if (fresh && when && underWay.current === 0) load()
  })

  return { ...loaded, reload: load }
}

/** The value, fresh or last known. */
export const valueOf = <T>(loaded: Loaded<T>): T | undefined =>
  loaded.state === 'ready' || loaded.state === 'stale' ? loaded.value : undefined
