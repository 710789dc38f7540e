import Taro from '@tarojs/taro'
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import type { ProblemBody } from '@one-window/shared/foundation/problems'
import { now } from './clock'
import { Broken, Refusal, Unreachable } from './refusal'
import { serverUrl } from './server'

const TIMEOUT_MS = 15_000

export type Fields = Record<string, unknown>

interface Sent {
  url: string
  data?: string
}

const queryOf = (fields: Fields): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&')

/** Where a call goes: `{name}` of the path from the input, the rest as query or body. */
export const sentFor = (endpoint: Pick<Endpoint, 'method' | 'path'>, input: Fields): Sent => {
  const rest = { ...input }
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (endpoint.method === 'POST') return { url: `${serverUrl}/api${path}`, data: JSON.stringify(rest) }
  const query = queryOf(rest)
  return { url: `${serverUrl}/api${path}${query ? `?${query}` : ''}` }
}

const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends a call once, as whom the token says. Throws Refusal, Unreachable or Broken. */
export const send = async (
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  input: Fields,
  { token, key = newIdempotencyKey() }: { token?: string; key?: string },
): Promise<unknown> => {
  const { url, data } = sentFor({ method, path }, input)
  const header: Record<string, string> = {}
  if (token) header.authorization = `Bearer ${token}`
  if (method === 'POST') {
    header['content-type'] = 'application/json'
    header['idempotency-key'] = key
  }
  const answer = await Taro.request<unknown, string>({
    url,
    method,
    data,
    header,
    dataType: 'json',
    timeout: TIMEOUT_MS,
  }).catch(() => {
    throw new Unreachable()
  })
  const { statusCode, data: body } = answer
  if (statusCode >= 200 && statusCode < 300) return body
  // problem+json is not always read as JSON by the platform.
  const problem: unknown = typeof body === 'string' ? parsed(body) : body
  if (isProblem(problem)) throw new Refusal({ ...problem, status: statusCode })
  if (statusCode === 0 || statusCode === 502 || statusCode === 504) throw new Unreachable()
  throw new Broken(statusCode)
}

/** A new key for one intent of a person; kept over every retry of it. */
export const newIdempotencyKey = (): string =>
  `${now().getTime().toString(36)}-${Math.random().toString(36).slice(2, 12)}${Math.random().toString(36).slice(2, 8)}`
