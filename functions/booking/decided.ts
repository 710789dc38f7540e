import type { RequestMark } from '../platform/implement'
import { Problem } from '../platform/problem'

const ATTEMPTS = 12

/** Reads, decides and writes again while others move the same things (`undefined`); `busy` if that does not end. */
export async function decided<T>(decide: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const result = await decide()
    if (result !== undefined) return result
  }
  throw new Problem('busy')
}

/** True when this very request already made something what it is; its key on another request is refused. */
export function isRepeat(
  requests: Readonly<Record<string, string>> | undefined,
  request: RequestMark,
): boolean {
  const body = requests?.[request.id]
  if (body !== undefined && body !== request.body) throw new Problem('idempotency-key-reused')
  return body !== undefined
}
