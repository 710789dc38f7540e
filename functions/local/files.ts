/** The built h5 app as files: compressed, kept for good when the name carries a hash, asked about again otherwise. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FileServer } from './http'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.txt', '.svg'])

/** The framework puts styles into the page, pictures and an icon font come as data: all else only from here. */
export const pagePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

interface Kept {
  modified: number
  etag: string
  plain: Buffer
  br?: Buffer
  gzip?: Buffer
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Serves the files of a folder; leaves alone what it does not have. */
export function fileServer(folder: string): FileServer {
  const root = resolve(folder)
  const kept = new Map<string, Kept>()

  const load = async (file: string): Promise<Kept | undefined> => {
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const known = kept.get(file)
    if (known?.modified === found.mtimeMs) return known
    const plain = await readFile(file)
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    const fresh: Kept = { modified: found.mtimeMs, etag, plain }
    if (COMPRESSED.has(extname(file)) && plain.length > 1000) {
      fresh.br = await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      fresh.gzip = await zip(plain)
    }
    kept.set(file, fresh)
    return fresh
  }

  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const file = fileOf(root, request.url ?? '/')
    const content = file && (await load(file))
    if (!file || !content) return goHome(request, response)
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding =
      content.br && /\bbr\b/.test(accepted)
        ? 'br'
        : /\bgzip\b/.test(accepted) && content.gzip
          ? 'gzip'
          : undefined
    const body = (encoding && content[encoding]) || content.plain
    const type = types[extname(file)] ?? 'application/octet-stream'
    const headers = {
      'Content-Type': type,
      ETag: content.etag,
      Vary: 'Accept-Encoding',
      'Cache-Control': /\.[0-9a-f]{8,}\.(js|css)$/.test(file)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...(type.startsWith('text/html') && {
        'Content-Security-Policy': pagePolicy,
        'X-Frame-Options': 'DENY',
      }),
    }
    if (request.headers['if-none-match'] === content.etag) {
      response.writeHead(304, headers).end()
      return true
    }
    response.writeHead(200, {
      ...headers,
      'Content-Length': body.length,
      ...(encoding && { 'Content-Encoding': encoding }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}

/** The file an address names; undefined when it lies outside the folder. */
function fileOf(root: string, url: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(url.split('?')[0]!)
  } catch {
    return undefined
  }
  if (path.includes('\0')) return undefined
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path)
  return file.startsWith(root + sep) ? file : undefined
}

/** A person who typed an address that does not exist starts from the home page; a program is told so by the API. */
function goHome(request: IncomingMessage, response: ServerResponse): boolean {
  if (!request.headers.accept?.includes('text/html') || request.url === '/') return false
  response.writeHead(302, { Location: '/', 'Cache-Control': 'no-store' }).end()
  return true
}
