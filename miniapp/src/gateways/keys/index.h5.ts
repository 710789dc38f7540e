import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** What each key does: `F2`, `Escape`, `ArrowDown`, `/`, a digit, or `Alt+1`. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

/** A key that is part of a text belongs to the field that has the focus. */
const belongsToField = (name: string, target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target.tagName === 'INPUT') return name.length === 1 || name === 'ArrowLeft' || name === 'ArrowRight'
  return target.tagName === 'TEXTAREA' && (name.length === 1 || name === 'Enter' || name.startsWith('Arrow'))
}

/** Digits by their place on the keyboard: with Alt some systems write another character. */
const nameOf = (event: KeyboardEvent): string => {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  return `${event.altKey ? 'Alt+' : ''}${digit ?? event.key}`
}

/** Listens to keys while the page is shown; a page under another one hears nothing. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  current.current = keys
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!shown.current || event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.metaKey) return
      const name = nameOf(event)
      const act = current.current[name]
      if (!act || belongsToField(name, event.target)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** Puts the cursor into the field with this id on the page that is shown. */
export const focusField = (id: string): void =>
  Array.from(document.querySelectorAll<HTMLElement>(`#${id} input, #${id} textarea`))
    .find((field) => field.offsetParent !== null)
    ?.focus()

/** Takes the cursor out of the field that has it. */
export const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
