import { useState } from 'react'
import { call } from '@/gateways/api'
import { troubleOf, type Trouble } from '@/gateways/refusal'

interface Page<Row> {
  rows: Row[]
  cursor?: string
}

/** The pages after a first one, as far as they were asked for. */
export interface More<Row> {
  rows: Row[]
  /** Absent when there are no more. */
  cursor: string | undefined
  busy: boolean
  trouble: Trouble | undefined
  load: () => void
}

/** Each press brings the next page; when the first one ends elsewhere than before, the others are read again. */
export function useMore<Row>(
  first: string | undefined,
  next: (cursor: string, ask: typeof call) => Promise<Page<Row>>,
): More<Row> {
  const [kept, setKept] = useState<{ after: string | undefined; pages: Page<Row>[] }>({
    after: first,
    pages: [],
  })
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const pages = kept.after === first ? kept.pages : []
  const last = pages[pages.length - 1]
  const cursor = last ? last.cursor : first
  const load = async () => {
    if (!cursor || busy) return
    setBusy(true)
    setTrouble(undefined)
    try {
      const page = await next(cursor, call)
      setKept({ after: first, pages: [...pages, page] })
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { rows: pages.flatMap(({ rows }) => rows), cursor, busy, trouble, load: () => void load() }
}
