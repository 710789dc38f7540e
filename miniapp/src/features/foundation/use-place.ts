import { useState } from 'react'

const places = new Map<string, unknown>()

/**
 * Where a person is on a work screen: the same person finds it again after the screen was locked or left. Kept in
 * memory, and nothing but ids.
 */
export function usePlace<T>(name: string, personId: string, start: T): [place: T, go: (next: T) => void] {
  const key = `${personId} ${name}`
  const [place, setPlace] = useState<T>(() => (places.has(key) ? (places.get(key) as T) : start))
  return [
    place,
    (next) => {
      places.set(key, next)
      setPlace(next)
    },
  ]
}
