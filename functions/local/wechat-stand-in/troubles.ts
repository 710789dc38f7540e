/** How answers go wrong, on demand. */
import type { ServerResponse } from 'node:http'
import { refusal } from './refusal'

/**
 * `slow` never answers, `strange` is JSON of another form, `moved` redirects, `cut` ends the connection; a number is
 * an error code that WeChat answers.
 */
export type Trouble =
  'slow' | 'garbled' | 'html' | 'huge' | '500' | 'busy' | 'strange' | 'moved' | 'cut' | number

const bodies: Record<Exclude<Trouble, number | 'slow' | 'moved' | 'cut'>, () => string> = {
  '500': () => 'oops',
  garbled: () => '{"openid": "o-',
  html: () => '<html>系统维护</html>',
  huge: () => `{"openid":"${'x'.repeat(10 * 1024 * 1024)}"}`,
  busy: () => JSON.stringify(refusal(-1, 'system error')),
  strange: () => JSON.stringify({ errcode: '0', openid: 17, access_token: {}, extra: true }),
}

export interface Troubles {
  /** The next `times` answers of this path (of all when absent) go wrong so. */
  plan(trouble: Trouble, times?: number, path?: string): void
  /** Answers wrongly, when that is planned for this path. */
  answered(path: string, response: ServerResponse): boolean
}

export function newTroubles(): Troubles {
  const planned: { trouble: Trouble; left: number; path?: string | undefined }[] = []
  return {
    plan: (trouble, times = 1, path) => void planned.push({ trouble, left: times, path }),
    answered: (path, response) => {
      const now = planned.find((each) => each.left > 0 && (each.path ?? path) === path)
      if (!now) return false
      now.left -= 1
      goWrong(now.trouble, response)
      return true
    },
  }
}

function goWrong(trouble: Trouble, response: ServerResponse): void {
  if (trouble === 'slow') return
  if (trouble === 'cut') return void response.socket?.destroy()
  if (trouble === 'moved') return void response.writeHead(302, { location: '/moved' }).end()
  if (trouble === '500') response.statusCode = 500
  response.end(typeof trouble === 'number' ? JSON.stringify(refusal(trouble, 'planned')) : bodies[trouble]())
}
