import type { FieldError, ProblemBody, ProblemCode } from '@one-window/shared/foundation/problems'

/** The service said no (RFC 9457): a title that may be shown as it is, and what belongs to the code. */
export class Refusal extends Error {
  readonly kind = 'refused'
  readonly status: number
  readonly code: ProblemCode
  readonly title: string
  readonly errors: readonly FieldError[]
  /** Further members, such as `nextFree`. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(body: ProblemBody) {
    super(body.title)
    Object.setPrototypeOf(this, Refusal.prototype) // ES5 subclasses of Error lose it
    this.status = body.status
    this.code = body.code
    this.title = body.title
    this.errors = body.errors ?? []
    this.more = body
  }
}

/** The request did not arrive or no answer came back. */
export class Unreachable extends Error {
  readonly kind = 'offline'

  constructor() {
    super('no answer')
    Object.setPrototypeOf(this, Unreachable.prototype)
  }
}

/** An answer that is neither an answer nor a refusal of the service. */
export class Broken extends Error {
  readonly kind = 'broken'

  constructor(readonly status: number) {
    super(`status ${status}`)
    Object.setPrototypeOf(this, Broken.prototype)
  }
}

export type Trouble = Refusal | Unreachable | Broken

/** What went wrong with a call, whatever was thrown. */
export const troubleOf = (thrown: unknown): Trouble =>
  thrown instanceof Refusal || thrown instanceof Unreachable || thrown instanceof Broken
    ? thrown
    : new Broken(0)
