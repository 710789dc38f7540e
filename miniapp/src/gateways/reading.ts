import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { store, stored } from './storage'

/** How a person reads: the 长辈版, and the factor of all type (1 is 16px body, 1.875 is 30px). */
export interface Reading {
  elder: boolean
  scale: number
}

/** The sizes offered, smallest first. */
export const readingScales = [1, 1.25, 1.5, 1.875] as const

const KEY = 'reading'
const ELDER_SCALE = 1.25
const listeners = new Set<() => void>()
let current: Reading | undefined

/** WeChat's own font setting (16 is standard), as the nearest offered size. */
const systemScale = (): number => {
  try {
    const { fontSizeSetting: size } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
    if (!size || size <= 16) return 1
    return readingScales.filter((scale) => scale <= size / 16 + 0.06).pop() ?? 1
  } catch {
    return 1
  }
}

const reading = (): Reading => (current ??= stored<Reading>(KEY) ?? { elder: false, scale: systemScale() })

const change = (next: Reading): void => {
  current = next
  store(KEY, next)
  listeners.forEach((tell) => tell())
}

/** Turns the 长辈版 on or off; its type is never smaller than 20px. */
export const setElder = (elder: boolean): void =>
  change({ elder, scale: elder ? Math.max(reading().scale, ELDER_SCALE) : 1 })

/** Sets the size of type and remembers it. */
export const setScale = (scale: number): void => change({ ...reading(), scale })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How the person reads now, on every page at once. */
export const useReading = (): Reading => useSyncExternalStore(subscribe, reading, reading)
