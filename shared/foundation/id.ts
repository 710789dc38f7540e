import * as z from 'zod/mini'

/** An id as callers send it: never empty, and short enough to be a key. */
export const Id = z.string().check(z.minLength(1, '请填这一项'), z.maxLength(200, '没有这么长的编号'))

/** Where the next page begins, as an earlier answer said it. */
export const Cursor = z.string().check(z.maxLength(2000))
