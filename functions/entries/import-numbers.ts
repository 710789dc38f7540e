import { importNumbers, type EntryResult } from '@one-window/shared/entries/endpoints'
import { isPlatformNumber, readPlatformNumber } from '@one-window/shared/entries/platform-number'
import { mayFollow } from '@one-window/shared/cases/lifecycle'
import { findCaseOfNumber, findMarked, platformMark } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { enter } from './enter'

interface Line {
  caseNumber: string
  platformNumber: string
}

const read = ({ caseNumber, platformNumber }: Line): Line => ({
  caseNumber: caseNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase(),
  platformNumber: readPlatformNumber(platformNumber),
})

export default implement(importNumbers, async ({ hallId, rows, confirm }, context) => {
  if (!context.caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const lines = rows.map(read)
  const results: { line: number; caseNumber: string; result: EntryResult }[] = []
  let entered = 0
  for (const [at, line] of lines.entries()) {
    const isTwice = lines.some(
      (other, place) =>
        place !== at &&
        (other.caseNumber === line.caseNumber || other.platformNumber === line.platformNumber),
    )
    const { result, caseId } = isTwice
      ? { result: 'twice' as const, caseId: undefined }
      : await resultOf(hallId, line)
    if (confirm && result === 'enters' && caseId) {
      await enter(caseId, line.platformNumber, context)
      entered += 1
    }
    results.push({ line: at + 1, caseNumber: rows[at]!.caseNumber, result })
  }
  return { results, entered }
})

/** What a line means for the case it names, as the case stands. */
async function resultOf(
  hallId: string,
  { caseNumber, platformNumber }: Line,
): Promise<{ result: EntryResult; caseId?: string }> {
  if (!isPlatformNumber(platformNumber)) return { result: 'bad-number' }
  const found = await findCaseOfNumber(caseNumber)
  if (!found || found.hallId !== hallId || !mayFollow('enter', found.status))
    return { result: 'no-such-case' }
  const { caseId } = found
  if (found.platformNumber === platformNumber) return { result: 'same', caseId }
  if (found.platformNumber !== undefined) return { result: 'other-number', caseId }
  const other = await findMarked(platformMark(platformNumber))
  return { result: other === undefined || other === caseId ? 'enters' : 'number-taken', caseId }
}
