import type { SaidOfMaterial } from '@one-window/shared/prechecks/answer'
import type { PrecheckLine } from '@one-window/shared/prechecks/precheck'

/** What the clerk has said so far, by material; absent: not looked at yet. */
export type Answers = Readonly<Record<string, { ok: boolean; reason?: string } | undefined>>

/** The lines that were sent: these are answered, and no others. */
export const sentOf = (lines: readonly PrecheckLine[]): PrecheckLine[] =>
  lines.filter(({ files }) => files.length > 0)

/** What was found right in an earlier round stays right until somebody says otherwise. */
export const answersOf = (lines: readonly PrecheckLine[], said: Answers): Answers =>
  Object.fromEntries(
    sentOf(lines).map(({ materialId, ok }) => [
      materialId,
      said[materialId] ?? (ok === true ? { ok: true } : undefined),
    ]),
  )

/** A no without a reason is not an answer yet. */
export const isAnswered = (answer: Answers[string]): boolean =>
  answer !== undefined && (answer.ok || Boolean(answer.reason?.trim()))

/** The next line to look at after one, going round; the same one when all are answered. */
export function nextAfter(lines: readonly PrecheckLine[], answers: Answers, materialId: string): string {
  const sent = sentOf(lines)
  const from = sent.findIndex((line) => line.materialId === materialId)
  for (let step = 1; step <= sent.length; step += 1) {
    const next = sent[(from + step) % sent.length]!
    if (!isAnswered(answers[next.materialId])) return next.materialId
  }
  return materialId
}

/** The answers as they are sent; undefined while one is missing. */
export function saidOf(lines: readonly PrecheckLine[], answers: Answers): SaidOfMaterial[] | undefined {
  const said = sentOf(lines).flatMap(({ materialId }) => {
    const answer = answers[materialId]
    if (!answer || !isAnswered(answer)) return []
    return [{ materialId, ok: answer.ok, ...(!answer.ok && { reason: answer.reason?.trim() }) }]
  })
  return said.length > 0 && said.length === sentOf(lines).length ? said : undefined
}

/** The lines as the resident will see them. */
export const answeredLines = (lines: readonly PrecheckLine[], answers: Answers): PrecheckLine[] =>
  lines.map((line) => ({
    ...line,
    ok: answers[line.materialId]?.ok,
    reason: answers[line.materialId]?.reason,
  }))
