import { markWrite, moveCase, platformMark, unmarkWrite, type KeptCase } from '../cases/public'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'

/** Writes a number on a case, and takes the one it had off; throws `number-taken` where another case has it. */
export const enter = (caseId: string, platformNumber: string, context: Context): Promise<KeptCase> =>
  moveCase(caseId, context, 'enter', ({ status, platformNumber: before }) => ({
    action: 'enter',
    status,
    changes: { platformNumber },
    beside: {
      writes: [
        markWrite(platformMark(platformNumber), caseId),
        ...(before && before !== platformNumber ? [unmarkWrite(platformMark(before), caseId)] : []),
      ],
      refused: new Problem('number-taken'),
    },
  }))
