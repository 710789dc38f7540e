/** One request to WeChat: bounded in time and size, no redirect followed; a breaker that stops asking whom nobody hears. */

/** WeChat did not answer, or not in a way that can be used. The message says how, and names nobody. */
export class Unanswered extends Error {}

/** Posts `body` (gets, when there is none) and answers the bytes; throws Unanswered. */
export async function asked(
  url: string,
  body: object | undefined,
  most: number,
  timeoutMs: number,
): Promise<Uint8Array> {
  try {
    const answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      throw new Unanswered(`status ${answer.status}`)
    }
    return await bytesOf(answer, most)
  } catch (error) {
    if (error instanceof Unanswered) throw error
    // the cause may quote the address, which holds the token: only the kind of failure is told
    throw new Unanswered((error as Error).name)
  }
}

async function bytesOf(answer: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > most) throw new Unanswered('too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const MOST_FAILURES = 5
const REST_MS = 10_000

/** After 5 failures in a row nobody is asked for 10 s; then one call tries, and decides for all. */
export function aBreaker(clock: () => number): <T>(work: () => Promise<T>) => Promise<T> {
  let failures = 0
  let restUntil = 0
  return async (work) => {
    if (failures >= MOST_FAILURES) {
      if (clock() < restUntil) throw new Unanswered('resting')
      restUntil = clock() + REST_MS
    }
    try {
      const answer = await work()
      failures = 0
      return answer
    } catch (error) {
      failures += 1
      if (failures >= MOST_FAILURES) restUntil = clock() + REST_MS
      throw error
    }
  }
}

/** What `work` answers, or `otherwise` when that takes longer. */
export async function within<T>(timeoutMs: number, otherwise: T, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => (timer = setTimeout(resolve, timeoutMs, otherwise)))
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
