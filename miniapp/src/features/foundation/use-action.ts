import { useRef, useState } from 'react'
import type { Endpoint, InputOf, OutputOf } from '@one-window/shared/foundation/endpoint'
import { call } from '@/gateways/api'
import { Refusal, troubleOf, type Trouble } from '@/gateways/refusal'
import { newIdempotencyKey } from '@/gateways/wire'

/** What a person does that changes the service, one thing at a time. */
export interface Sending {
  /** Undefined when it did not work; `trouble` says why. A second one while busy does nothing. */
  send: <E extends Endpoint>(endpoint: E, input: InputOf<E>) => Promise<OutputOf<E> | undefined>
  busy: boolean
  trouble: Trouble | undefined
  /** Puts the trouble away. */
  calm: () => void
}

/** Something a person does that changes the service. */
export interface Action<Input, Output> extends Omit<Sending, 'send'> {
  run: (input: Input) => Promise<Output | undefined>
}

/**
 * Sends POSTs for a person. One intent has one Idempotency-Key, kept over retries of the same input until the service
 * has decided; so a lost answer never books or rates twice.
 */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const running = useRef(false)
  const intent = useRef<{ key: string; said: string }>()

  const send = async <E extends Endpoint>(endpoint: E, input: InputOf<E>) => {
    if (running.current) return undefined
    const said = `${endpoint.path} ${JSON.stringify(input)}`
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

  return { send, busy, trouble, calm: () => setTrouble(undefined) }
}

/** Sends POSTs of one endpoint. */
export function useAction<E extends Endpoint>(endpoint: E): Action<InputOf<E>, OutputOf<E>> {
  const { send, ...state } = useSending()
  return { ...state, run: (input) => send(endpoint, input) }
}

/** The words for one field, by its JSON pointer (`/visitor/phone`). */
export const fieldError = (trouble: Trouble | undefined, pointer: string): string | undefined =>
  trouble?.kind === 'refused' ? trouble.errors.find((error) => error.pointer === pointer)?.message : undefined
