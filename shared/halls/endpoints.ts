import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Id } from '../foundation/id'
import { matrix } from '../identity/matrix'
import { Hall, HallNow } from './hall'

export const listHalls = endpoint({
  method: 'GET',
  path: '/halls',
  summary: '全部大厅',
  allow: 'anyone',
  input: z.object({}),
  output: z.object({ halls: z.array(Hall) }),
  refuses: [],
  publicFor: 300,
})

export const viewHall = endpoint({
  method: 'GET',
  path: '/halls/{hallId}',
  summary: '一个大厅现在的情况',
  allow: 'anyone',
  input: z.object({ hallId: Id }),
  output: HallNow,
  refuses: ['not-found'],
})

/** The code to scan (小程序码) of a hall, one of its windows, or the rating of a case: a PNG to print or show. */
export const viewCode = endpoint({
  method: 'GET',
  path: '/halls/{hallId}/code',
  summary: '大厅、窗口、评价的小程序码',
  allow: matrix.desk,
  input: z.object({
    hallId: Id,
    for: z.enum(['hall', 'window', 'rating']),
    /** Which window, from 1. */
    window: z.optional(z.coerce.number().check(z.int('窗口号要整数'), z.gte(1, '窗口号从1起'))),
    /** Whose rating. */
    caseId: z.optional(Id),
  }),
  /** `image` is base64; `words` say what it opens. */
  output: z.object({ image: z.string(), scene: z.string(), words: z.string() }),
  refuses: ['not-found', 'feature-off', 'wechat-unavailable'],
})
