/** Where the next page of a list starts, as text for the caller: only sort values, never the key that is the scope. */
import { Problem } from './problem'

const SEPARATOR = '\u001f'

/** The cursor after an item with these sort values. */
export const cursorAfter = (...values: string[]): string =>
  Buffer.from(values.join(SEPARATOR)).toString('base64url')

/** The sort values of a cursor; anything that is not one of ours is bad input. */
export function placeOfCursor(cursor: string, count: number): string[] {
  const values = Buffer.from(cursor, 'base64url').toString('utf8').split(SEPARATOR)
  if (values.length !== count || values.some((value) => value === '') || cursorAfter(...values) !== cursor)
    throw new Problem('bad-input', {
      errors: [{ pointer: '/cursor', message: '翻页的位置不对，请从第一页看起' }],
    })
  return values
}
