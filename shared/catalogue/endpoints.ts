import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { Audience, Domain, HandlingType, Service, ServiceSummary } from './service'

/** Guides by search and filters, best first; the whole catalogue when nothing is asked. Pages of 50. */
export const listServices = endpoint({
  method: 'GET',
  path: '/services',
  summary: '办事指南列表',
  allow: 'anyone',
  input: z.object({
    query: z.optional(z.string().check(z.maxLength(100, '请说短一点'))),
    domain: z.optional(Domain),
    handling: z.optional(HandlingType),
    hallId: z.optional(Id),
    audience: z.optional(Audience),
    /** 村里能办 */
    village: z.optional(
      z.pipe(
        z.enum(['true', 'false']),
        z.transform((text) => text === 'true'),
      ),
    ),
    cursor: z.optional(z.string().check(z.regex(/^\d{1,4}$/))),
  }),
  output: z.object({
    /** With the words of the names that matched, to highlight. */
    services: z.array(z.extend(ServiceSummary, { words: z.array(z.string()) })),
    total: z.number(),
    cursor: z.optional(Cursor),
  }),
  refuses: ['not-found'],
  publicFor: 300,
})

export const viewService = endpoint({
  method: 'GET',
  path: '/services/{serviceId}',
  summary: '一份办事指南',
  allow: 'anyone',
  input: z.object({ serviceId: Id }),
  output: Service,
  refuses: ['not-found'],
  publicFor: 300,
})

/** The search index, for searching without a network. */
export const viewSearchIndex = endpoint({
  method: 'GET',
  path: '/search-index',
  summary: '离线搜索用的索引',
  allow: 'anyone',
  input: z.object({}),
  output: z.object({ version: z.string(), index: z.unknown(), services: z.array(ServiceSummary) }),
  refuses: [],
  publicFor: 300,
})
