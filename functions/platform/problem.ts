import {
  problemStatus,
  problemTitle,
  type FieldError,
  type ProblemBody,
  type ProblemCode,
} from '@one-window/shared/foundation/problems'

/** A refusal on its way to the caller. `members` become members of the answer, for what the code promises. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly members: { detail?: string; errors?: FieldError[]; [member: string]: unknown } = {},
  ) {
    super(code)
  }

  get status(): number {
    return problemStatus(this.code)
  }

  body(requestId: string): ProblemBody {
    return {
      type: `urn:one-window:problem:${this.code}`,
      status: this.status,
      code: this.code,
      title: problemTitle(this.code),
      ...this.members,
      instance: requestId,
    }
  }
}
