/** The HTTP Lambda: all capabilities behind one function. */
import type { IncomingMessage } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import serverless from 'serverless-http'
import { endpoints } from './endpoints'
import { authenticate } from './identity/public'
import { createApp } from './platform/app'

/** Hono reads the raw headers, which serverless-http leaves empty. */
const withRawHeaders = (request: IncomingMessage): void => {
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [
    name,
    [value].flat().join(','),
  ])
}

/** A Lambda handler whose clock is given. */
export const createHandler = (now: () => Date): serverless.Handler =>
  serverless(getRequestListener(createApp(endpoints, authenticate, now).fetch), { request: withRawHeaders })

export const handler = createHandler(() => new Date())
