import { useState } from 'react'
import { forget, store, stored } from '@/gateways/storage'

/** What a person has typed so far, kept on the phone with every change: nothing is lost when the app is closed. */
export function useDraft<T>(
  name: string,
  empty: T,
): [draft: T, change: (next: Partial<T>) => void, drop: () => void] {
  const key = `draft:${name}`
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...stored<Partial<T>>(key) }))
  const change = (next: Partial<T>) => {
    setDraft((before) => {
      const after = { ...before, ...next }
      store(key, after)
      return after
    })
  }
  const drop = () => {
    forget(key)
    setDraft(empty)
  }
  return [draft, change, drop]
}
