/** A plain HTTP server that turns each request under /api into a payload-v2 event for the real Lambda handler. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

export type LambdaHandler = (event: object, context: object) => Promise<object>
/** Serves what is not the API (the h5 app); false when it has nothing at this address. */
export type FileServer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

const LIMIT = 6 * 1024 * 1024

/** The server of the handler, not yet listening. */
export const localServer = (handler: LambdaHandler, files?: FileServer): Server =>
  createServer((request, response) => {
    serve(request, response, handler, files).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handler: LambdaHandler,
  files: FileServer | undefined,
): Promise<void> {
  const isApi = request.url?.startsWith('/api/') || request.url === '/api'
  if (!isApi && files && (await files(request, response))) return
  const event = await eventOf(request)
  if (!event) {
    response.writeHead(413).end()
    return
  }
  const result = (await handler(event, {})) as APIGatewayProxyStructuredResultV2
  response.writeHead(result.statusCode ?? 200, {
    ...(result.headers as Record<string, string>),
    ...(result.cookies && { 'set-cookie': result.cookies }),
  })
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'))
}

async function eventOf(request: IncomingMessage): Promise<APIGatewayProxyEventV2 | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LIMIT) return undefined
    chunks.push(chunk)
  }
  const [path = '/', query = ''] = (request.url ?? '/').split('?')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) headers[name] = [value].flat().join(',')
  const method = request.method ?? 'GET'
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: '',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    ...(size > 0 && { body: Buffer.concat(chunks).toString('base64') }),
    isBase64Encoded: size > 0,
  }
}
