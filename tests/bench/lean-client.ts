/**
 * An HTTP client that costs next to nothing, so that on a small machine a bench measures the service and not itself:
 * one request at a time on each kept socket, answers with a Content-Length only.
 */
import { connect, type Socket } from 'node:net'

export interface LeanAnswer {
  status: number
  /** The header lines as they came. */
  head: string
  body: string
}

/** As many sockets as there are requests under way. */
export class LeanClient {
  #idle: Socket[] = []
  #open = new Set<Socket>()

  /** Rejects when the connection ends before the whole answer is there. */
  send(
    port: number,
    method: string,
    path: string,
    headers: Record<string, string>,
    body = '',
  ): Promise<LeanAnswer> {
    const socket = this.#take(port)
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    return new Promise((resolve, reject) => {
      let got: Buffer = Buffer.alloc(0)
      const settle = (finish: () => void, keep: boolean): void => {
        socket.off('data', read).off('close', cut)
        if (keep) this.#idle.push(socket)
        else socket.destroy()
        finish()
      }
      const cut = (): void => settle(() => reject(new Error('connection cut')), false)
      const read = (chunk: Buffer): void => {
        got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
        const end = got.indexOf('\r\n\r\n')
        if (end < 0) return
        const head = got.toString('latin1', 0, end)
        const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? NaN)
        if (Number.isNaN(length)) return settle(() => reject(new Error(`no length: ${head}`)), false)
        if (got.length < end + 4 + length) return
        const answer = { status: Number(head.slice(9, 12)), head, body: got.toString('utf8', end + 4) }
        settle(() => resolve(answer), true)
      }
      socket.on('data', read).once('close', cut)
      if (socket.destroyed) return cut()
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
    })
  }

  /** Ends every connection. */
  close(): void {
    for (const socket of this.#open) socket.destroy()
  }

  #take(port: number): Socket {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) if (!idle.destroyed) return idle
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#open.add(socket)
    // what a broken connection means is said by its close
    socket.on('error', () => undefined).once('close', () => this.#open.delete(socket))
    return socket
  }
}
