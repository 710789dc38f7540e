import { useDidHide, useDidShow } from '@tarojs/taro'
import { useLayoutEffect, useRef } from 'react'

/** What each key does: `F2`, `Escape`, `ArrowDown`, `/`, a digit, or `Alt+1`. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

/** Asked from the last to the first: what opened last hears a key before what lies under it. */
const listeners: ((name: string) => (() => void) | undefined)[] = []

/** Digits by their place on the keyboard: with Alt some systems write another character. */
const nameOf = (event: KeyboardEvent): string => {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  return `${event.altKey ? 'Alt+' : ''}${digit ?? event.key}`
}

/** A key that is part of a text, or presses the button with the focus, belongs to what has the focus. */
const belongsToFocus = (name: string, target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement) || target === document.body) return false
  if (target.tagName === 'INPUT') return name.length === 1 || name === 'ArrowLeft' || name === 'ArrowRight'
  if (target.tagName !== 'TEXTAREA') return name === 'Enter' || name === ' '
  return name.length === 1 || name === 'Enter' || name.startsWith('Arrow')
}

const hear = (event: KeyboardEvent): void => {
  if (event.isComposing || event.ctrlKey || event.metaKey) return
  const name = nameOf(event)
  if (belongsToFocus(name, event.target)) return
  for (let at = listeners.length - 1; at >= 0; at -= 1) {
    const act = listeners[at]?.(name)
    if (!act) continue
    event.preventDefault()
    act()
    return
  }
}

/** Hears keys while the page is shown; a page under another one hears nothing. */
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
  // what can be read can be pressed: before it is painted
  useLayoutEffect(() => {
    const listener = (name: string) => (shown.current ? current.current[name] : undefined)
    // Fields of the platform keep keys to themselves on the way up: heard on the way down.
    if (listeners.length === 0) window.addEventListener('keydown', hear, true)
    listeners.push(listener)
    return () => {
      listeners.splice(listeners.indexOf(listener), 1)
      if (listeners.length === 0) window.removeEventListener('keydown', hear, true)
    }
  }, [])
}

const FRAMES_TO_WAIT = 30

/** Puts the cursor into the field with this id on the page that is shown; a field that is just being drawn is waited for. */
export const focusField = (id: string, frames = FRAMES_TO_WAIT): void => {
  const fields = Array.from(document.querySelectorAll<HTMLElement>(`#${id} input, #${id} textarea`))
  const field = fields.find(({ offsetParent }) => offsetParent !== null)
  if (field) field.focus()
  else if (frames > 0) requestAnimationFrame(() => focusField(id, frames - 1))
}

/** Takes the cursor out of the field that has it. */
export const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
