/**
 * What a code to scan (小程序码) carries: at most 32 characters (getwxacodeunlimit), read by the app when it starts.
 * `h.<hallId>`, `w.<hallId>.<window>`, `r.<code of a rating>`.
 */
const MOST = 32

/** What a code opens. `code` leads to a case only for who owns it. */
export type Scene =
  | { readonly for: 'hall'; readonly hallId: string }
  | { readonly for: 'window'; readonly hallId: string; readonly window: number }
  | { readonly for: 'rating'; readonly code: string }

const HALL = /^h\.([a-z0-9-]{1,30})$/
const WINDOW = /^w\.([a-z0-9-]{1,26})\.([1-9]\d?)$/
const RATING = /^r\.([\w-]{22})$/

/** A scene as text. Throws on what does not fit; nothing of our own data does. */
export function sceneText(scene: Scene): string {
  const text =
    scene.for === 'hall'
      ? `h.${scene.hallId}`
      : scene.for === 'window'
        ? `w.${scene.hallId}.${scene.window}`
        : `r.${scene.code}`
  if (text.length > MOST || readScene(text) === undefined) throw new Error('this does not fit into a scene')
  return text
}

/** The scene of a text, escaped or not; undefined for anything that is not ours. */
export function readScene(text: string): Scene | undefined {
  const plain = unescaped(text)
  const hall = HALL.exec(plain)
  if (hall) return { for: 'hall', hallId: hall[1]! }
  const window = WINDOW.exec(plain)
  if (window) return { for: 'window', hallId: window[1]!, window: Number(window[2]) }
  const rating = RATING.exec(plain)
  return rating ? { for: 'rating', code: rating[1]! } : undefined
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
