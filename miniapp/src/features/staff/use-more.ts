import { useState } from 'react'
import { call } from '@/gateways/api'
import { troubleOf, type Trouble } from '@/gateways/refusal'

interface Page<Row> {
  rows: Row[]
  cursor?: string
}

/** The pages after the first: each press brings the next one; `cursor` is absent when there are no more. */
export function useMore<Row>(
  first: string | undefined,
  next: (cursor: string, ask: typeof call) => Promise<Page<Row>>,
) {
  const [pages, setPages] = useState<Page<Row>[]>([])
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const last = pages[pages.length - 1]
  const cursor = last ? last.cursor : first
  const load = async () => {
    if (!cursor || busy) return
    setBusy(true)
    setTrouble(undefined)
    try {
      const page = await next(cursor, call)
      setPages((before) => [...before, page])
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { rows: pages.flatMap(({ rows }) => rows), cursor, busy, trouble, load: () => void load() }
}
