import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { Day } from '../foundation/time'
import { matrix } from '../identity/matrix'
import { plainText } from '../identity/fields'
import { CheckedTable, Difference, GuideProblem, GuideRow, GuideView, Named } from './curated'
import { GuideSource } from './guide-version'
import { Audience, Domain, HandlingType, Service, ServiceSummary, UnfinishedService } from './service'

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
  input: z.object({
    serviceId: Id,
    /** The guide as it is at this hall; without it as it came with the product. */
    hallId: z.optional(Id),
  }),
  output: z.extend(Service, {
    /** The hall's own version, and since when. */
    own: z.optional(z.object({ version: z.string(), since: Day })),
  }),
  refuses: ['not-found'],
  publicFor: 300,
})

/** The search index, for searching without a network. */
export const viewSearchIndex = endpoint({
  method: 'GET',
  path: '/search-index',
  summary: '离线搜索用的索引',
  allow: 'anyone',
  input: z.object({ hallId: z.optional(Id) }),
  output: z.object({ version: z.string(), index: z.unknown(), services: z.array(ServiceSummary) }),
  refuses: ['not-found'],
  publicFor: 300,
})

/** The services of a hall for those who keep them: all, with an open version, waiting for approval, not in use. */
export const listGuides = endpoint({
  method: 'GET',
  path: '/desk/halls/{hallId}/guides',
  summary: '事项和指南',
  allow: matrix.seeGuides,
  input: z.object({
    hallId: Id,
    query: z.optional(z.string().check(z.maxLength(100, '请说短一点'))),
    show: z.optional(z.enum(['all', 'open', 'awaiting', 'stopped'])),
    cursor: z.optional(z.string().check(z.regex(/^\d{1,5}$/))),
  }),
  output: z.object({
    guides: z.array(GuideRow),
    total: z.number(),
    /** How many wait for approval. */
    awaiting: z.number(),
    cursor: z.optional(Cursor),
  }),
  refuses: ['not-found'],
})

/** One guide with all its versions and what each changed. */
export const viewGuide = endpoint({
  method: 'GET',
  path: '/desk/halls/{hallId}/guides/{serviceId}',
  summary: '一份指南和它的版本',
  allow: matrix.seeGuides,
  input: z.object({ hallId: Id, serviceId: Id }),
  output: GuideView,
  refuses: ['not-found'],
})

/**
 * Saves the draft of a guide: a new version, or the one that is open, of the given revision. Without `serviceId` a new
 * service. It may be unfinished; what is wrong is told.
 */
export const saveGuide = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/guides',
  summary: '存指南草稿',
  allow: matrix.curate,
  input: z.object({
    hallId: Id,
    serviceId: z.optional(Id),
    revision: z.optional(z.number()),
    service: z.omit(UnfinishedService, { serviceId: true }),
    effectiveFrom: Day,
    source: GuideSource,
  }),
  output: z.object({
    serviceId: z.string(),
    version: z.number(),
    revision: z.number(),
    differences: z.array(Difference),
    problems: z.array(GuideProblem),
  }),
  status: 201,
  refuses: ['not-found', 'changed-meanwhile'],
})

/** Sends finished drafts for approval, one after the other; one that is not finished stops here. */
export const sendGuides = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/guides/send',
  summary: '指南送批准',
  allow: matrix.curate,
  input: z.object({ hallId: Id, guides: Named }),
  output: z.object({ sent: z.number() }),
  refuses: ['not-found', 'wrong-status', 'changed-meanwhile', 'bad-input'],
})

/** A second person agrees, or gives back with a reason. */
export const decideGuides = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/guides/decide',
  summary: '批准或退回指南',
  allow: matrix.approveGuides,
  input: z.object({
    hallId: Id,
    guides: Named,
    agree: z.boolean(),
    reason: z.optional(plainText(200, '原因')),
  }),
  output: z.object({ decided: z.number() }),
  refuses: ['not-found', 'wrong-status', 'changed-meanwhile', 'second-person-needed', 'bad-input'],
})

/** Puts an open version away. */
export const withdrawGuide = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/guides/{serviceId}/withdraw',
  summary: '作废指南草稿',
  allow: matrix.curate,
  input: z.object({ hallId: Id, serviceId: Id, revision: z.number() }),
  output: z.object({}),
  refuses: ['not-found', 'wrong-status', 'changed-meanwhile'],
})

/** The table of items (进驻事项表) as it is in force: an XLSX file in base64. */
export const exportTable = endpoint({
  method: 'GET',
  path: '/desk/halls/{hallId}/catalogue',
  summary: '导出进驻事项表',
  allow: matrix.seeGuides,
  input: z.object({ hallId: Id }),
  output: z.object({ name: z.string(), table: z.string() }),
  refuses: ['not-found'],
})

/** Checks a table of items against the catalogue; changes nothing. */
export const checkTable = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/catalogue/imports',
  summary: '试读进驻事项表',
  allow: matrix.curate,
  input: z.object({ hallId: Id, fileId: Id }),
  output: CheckedTable,
  refuses: ['not-found', 'table-unreadable'],
  changesNothing: true,
})

/**
 * Writes a draft for every new and changed row, some at a time: call it again while `left` is not 0. Refused when the
 * file, or anything it was compared with, is not what was checked.
 */
export const confirmTable = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/catalogue/imports/confirm',
  summary: '确认导入进驻事项表',
  allow: matrix.curate,
  input: z.object({
    hallId: Id,
    fileId: Id,
    checkId: Id,
    /** For rows without a day of their own. */
    effectiveFrom: Day,
    source: GuideSource,
  }),
  output: z.object({ drafted: z.number(), left: z.number() }),
  refuses: ['not-found', 'table-unreadable', 'table-has-problems', 'changed-meanwhile'],
})
