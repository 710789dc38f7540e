/** What could not be delivered before is delivered again: handlers may be given the same record twice. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { _Record } from '@aws-sdk/client-dynamodb-streams'
import { deliver, type StreamHandler } from './follow-stream'

interface DeadLetter {
  function: string
  at: string
  error: string
  record: _Record
}

/**
 * Hands every dead letter to its function once more, in the order they died; what fails again stays in the file, and so
 * does what is for a function that is no more. Answers how many were delivered.
 */
export async function redrive(
  deadLetterFile: string,
  handlerOf: (name: string) => StreamHandler | undefined,
): Promise<number> {
  if (!existsSync(deadLetterFile)) return 0
  const lines = readFileSync(deadLetterFile, 'utf8').split('\n').filter(Boolean)
  const left: string[] = []
  for (const line of lines) {
    const letter = JSON.parse(line) as DeadLetter
    const handler = handlerOf(letter.function)
    const keep = (error: unknown) => void left.push(JSON.stringify({ ...letter, error: String(error) }))
    if (!handler) keep(letter.error)
    else
      await deliver([letter.record], handler, {
        retries: 0,
        pause: async () => undefined,
        giveUp: (_, error) => keep(error),
      })
  }
  if (left.length === 0) rmSync(deadLetterFile)
  else {
    writeFileSync(`${deadLetterFile}.new`, `${left.join('\n')}\n`, { mode: 0o600 })
    renameSync(`${deadLetterFile}.new`, deadLetterFile)
  }
  return lines.length - left.length
}
