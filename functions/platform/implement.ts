import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import type { Caller } from '@one-window/shared/identity/identity'
import type * as z from 'zod/mini'

/** What an endpoint is handed besides its input: only what is impure and not storage. */
export interface Context {
  /** The verified caller; `nobody` on endpoints open to anyone. */
  readonly caller: Caller
  readonly now: Date
  /** This very call, as problem bodies, logs and audit rows name it. */
  readonly requestId: string
  /** The words of the contract, for the audit. */
  readonly action: string
  /** What the caller's machine says it is (User-Agent), for words only. */
  readonly machine: string
  /** One intended change of one caller on one endpoint: the same for every retry of it. */
  readonly request: RequestMark
  /** Says that the answer repeats that of an earlier identical request. */
  replayed(): void
}

/** Tells a repeated request (same id, same body) from a key used twice (same id, other body). */
export interface RequestMark {
  readonly id: string
  readonly body: string
}

/** The caller of an endpoint that is open to anyone. */
export const nobody: Caller = {
  personId: '',
  role: 'resident',
  hallIds: [],
  stationIds: [],
  offices: [],
  sessionId: '',
}

export interface Implementation {
  readonly contract: Endpoint
  run(input: unknown, context: Context): Promise<unknown>
}

/** Binds a contract to the code that answers it. The input arrives parsed; the answer must be what was declared. */
export const implement = <Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  contract: Endpoint<Input, Output>,
  run: (input: z.output<Input>, context: Context) => Promise<z.input<Output>>,
): Implementation => ({ contract, run: (input, context) => run(input as z.output<Input>, context) })

/** Tells who is calling by the Authorization header; undefined when nobody that is known. Throws Problem. */
export type Authenticate = (
  authorization: string | undefined,
  now: Date,
) => Promise<{ caller: Caller; agreed: boolean } | undefined>
