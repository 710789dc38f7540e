import { useRef, useState } from 'react'
import type { Endpoint, InputOf, OutputOf } from '@one-window/shared/foundation/endpoint'
import { call } from '@/gateways/api'
import { Refusal, troubleOf, type Trouble } from '@/gateways/refusal'
import { newIdempotencyKey } from '@/gateways/wire'

/** Something a person does that changes the service. */
export interface Action<Input, Output> {
  /** Undefined when it did not work; `trouble` says why. A second run while busy does nothing. */
  run: (input: Input) => Promise<Output | undefined>
  busy: boolean
  trouble: Trouble | undefined
  /** Puts the trouble away. */
  calm: () => void
}

/**
 * Sends a POST for a person. One intent has one Idempotency-Key, kept over retries of the same input until the
 * service has decided; so a lost answer never books or rates twice.
 */
export function useAction<E extends Endpoint>(endpoint: E): Action<InputOf<E>, OutputOf<E>> {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const running = useRef(false)
  const intent = useRef<{ key: string; said: string }>()

  const run = async (input: InputOf<E>): Promise<OutputOf<E> | undefined> => {
    if (running.current) return undefined
    const said = JSON.stringify(input)
    if (intent.current?.said !== said) intent.current = { key: newIdempotencyKey(), said }
    running.current = true
    setBusy(true)
    setTrouble(undefined)
    try {
      const output = await call(endpoint, input, { idempotencyKey: intent.current.key })
      intent.current = undefined
      return output
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.status < 500) intent.current = undefined
      setTrouble(troubleOf(thrown))
      return undefined
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { run, busy, trouble, calm: () => setTrouble(undefined) }
}

/** The words for one field, by its JSON pointer (`/visitor/phone`). */
export const fieldError = (trouble: Trouble | undefined, pointer: string): string | undefined =>
  trouble?.kind === 'refused' ? trouble.errors.find((error) => error.pointer === pointer)?.message : undefined
