/** Serves the host page for a browser: the mini-program drawn from its real templates, requests handed on to the service. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { build } from 'esbuild'
import { compilePackage } from './templates'

/** What WeChat's own components look like, as far as the pages rest on it. */
const builtIn = `body{margin:0}wx-page-root,view{display:block}text{white-space:pre-line}
button{display:block;width:100%;border:0;box-sizing:border-box}input,textarea{display:block;border:0;font:inherit;width:100%}`

const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>host</title><style>${builtIn}</style><main id="app"></main>
<script type="module" src="/host.js"></script></html>`

const bodyOf = async (request: http.IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return chunks.length ? Buffer.concat(chunks).toString('utf8') : undefined
}

export interface HostPage {
  url: string
  /** What the template compiler did not understand. */
  errors: string[]
  close: () => Promise<void>
}

/** Serves a built mini-program on a loopback port; `api` answers its requests. */
export const serveMiniProgram = async (dist: string, api: string): Promise<HostPage> => {
  const compiled = compilePackage(dist)
  const bundled = await build({
    entryPoints: [path.join(__dirname, 'browser-host.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  })
  const files: Record<string, [type: string, body: string]> = {
    '/': ['text/html', page],
    '/host.js': ['text/javascript', bundled.outputFiles[0]?.text ?? ''],
    '/package.json': ['application/json', JSON.stringify(compiled)],
  }
  const handOn = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const headers = Object.fromEntries(
      ['authorization', 'content-type', 'idempotency-key']
        .map((name) => [name, request.headers[name]])
        .filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    )
    const answer = await fetch(`${api}${request.url ?? ''}`, {
      method: request.method ?? 'GET',
      headers,
      body: await bodyOf(request),
    })
    const type = answer.headers.get('content-type') ?? 'application/json'
    response.writeHead(answer.status, { 'content-type': type }).end(await answer.text())
  }
  const server = http.createServer((request, response) => {
    const known = files[(request.url ?? '/').split('?')[0] ?? '/']
    if (known) response.writeHead(200, { 'content-type': known[0] }).end(known[1])
    else if (request.url?.startsWith('/api/')) handOn(request, response).catch(() => response.destroy())
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    errors: compiled.errors,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
