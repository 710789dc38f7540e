/**
 * An endpoint is a value: the server implements it, the mini-program calls it, the tests enumerate it,
 * the OpenAPI page is printed from it.
 */
import type * as z from 'zod/mini'
import type { ProblemCode } from './problems'
import type { Allow } from './roles'

export interface Endpoint<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly method: 'GET' | 'POST'
  /** Under `/api`; `{name}` takes `input.name` from the path. The rest of the input is query (GET) or body (POST). */
  readonly path: `/${string}`
  readonly summary: string
  readonly allow: Allow
  readonly input: Input
  readonly output: Output
  /** Status of success; 200 unless said. */
  readonly status?: 200 | 201
  /** Every refusal of its own; the general ones (bad input, not signed in, …) go without saying. */
  readonly refuses: readonly ProblemCode[]
  /** How long a public answer may be kept, in seconds; answers without it are `no-store`. */
  readonly publicFor?: number
  /** A POST that changes nothing needs no Idempotency-Key. */
  readonly changesNothing?: true
  /** Collects personal data: a resident who has not agreed to the notice as it stands is asked first. */
  readonly collects?: true
  /** Needs the second factor given at most 5 minutes ago. */
  readonly stepUp?: true
  /** Exists on local runs only; a production configuration does not carry it. */
  readonly localOnly?: true
}

/** Declares an endpoint, keeping its exact types. */
export const endpoint = <Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  declared: Endpoint<Input, Output>,
): Endpoint<Input, Output> => declared

/** What a caller of the endpoint sends. */
export type InputOf<E> = E extends Endpoint<infer Input, z.ZodMiniType> ? z.input<Input> : never
/** What the endpoint answers. */
export type OutputOf<E> = E extends Endpoint<z.ZodMiniType, infer Output> ? z.output<Output> : never
