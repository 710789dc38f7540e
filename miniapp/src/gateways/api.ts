import Taro from '@tarojs/taro'
import type { Endpoint, InputOf, OutputOf } from '@one-window/shared/foundation/endpoint'
import type { ProblemBody } from '@one-window/shared/foundation/problems'
import { now } from './clock'
import { Broken, Refusal, Unreachable } from './refusal'
import { serverUrl } from './server'
import { expireSession, session } from './session'
import { store, stored } from './storage'

const TIMEOUT_MS = 15_000

type Fields = Record<string, unknown>

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
const sentFor = (endpoint: Pick<Endpoint, 'method' | 'path'>, input: Fields): Sent => {
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

const request = async (method: 'GET' | 'POST', { url, data }: Sent, header: Record<string, string>) => {
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

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A new key for one intent of a person; kept over every retry of it. */
export const newIdempotencyKey = (): string =>
  `${now().getTime().toString(36)}-${Math.random().toString(36).slice(2, 12)}${Math.random().toString(36).slice(2, 8)}`

/**
 * Calls an endpoint. A GET that gets no answer is silently tried once more. A POST carries the given key, or a new
 * one. Throws Refusal, Unreachable or Broken.
 */
export const call = async <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { idempotencyKey }: { idempotencyKey?: string } = {},
): Promise<OutputOf<E>> => {
  const sent = sentFor(endpoint, input as Fields)
  const token = session()?.token
  const header: Record<string, string> = {}
  if (token) header.authorization = `Bearer ${token}`
  if (endpoint.method === 'POST') {
    header['content-type'] = 'application/json'
    header['idempotency-key'] = idempotencyKey ?? newIdempotencyKey()
  }
  const attempt = () => request(endpoint.method, sent, header) as Promise<OutputOf<E>>
  try {
    return await attempt()
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'not-signed-in' && token) expireSession()
    if (endpoint.method === 'GET' && thrown instanceof Unreachable) return attempt()
    throw thrown
  }
}

/** A last known answer, and when it came. */
export interface Kept<T> {
  at: string
  value: T
}

/** The key of a kept answer; answers of one person are never shown to another. */
const keptKey = (endpoint: Endpoint, input: Fields): string =>
  `kept:${endpoint.allow === 'anyone' ? '' : (session()?.personId ?? '')}:${sentFor(endpoint, input).url.slice(serverUrl.length)}`

/** The last known answer of a GET, for times without a network. */
export const lastKnown = <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
): Kept<OutputOf<E>> | undefined => stored<Kept<OutputOf<E>>>(keptKey(endpoint, input as Fields))

/** Keeps an answer of a GET with its time. */
export const keep = <E extends Endpoint>(endpoint: E, input: InputOf<E>, value: OutputOf<E>): void =>
  store(keptKey(endpoint, input as Fields), { at: now().toISOString(), value })
