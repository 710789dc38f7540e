/** What those who keep the guides are shown: rows, versions with their differences, a table read on trial. */
import * as z from 'zod/mini'
import { Id } from '../foundation/id'
import { Day } from '../foundation/time'
import { GuideState, GuideVersion } from './guide-version'
import { Domain, HandlingType, Service, ServiceState, UnfinishedService } from './service'

/** One thing that a version says otherwise; an entry of a list (a material, a condition) is named in `entry`. */
export const Difference = z.object({
  field: z.string(),
  /** What the field is called: 材料清单. */
  name: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  entry: z.optional(z.string()),
  before: z.optional(z.string()),
  after: z.optional(z.string()),
})
export type Difference = z.infer<typeof Difference>

/** What is still wrong with a draft; a warning keeps nothing from going on. */
export const GuideProblem = z.object({
  pointer: z.string(),
  message: z.string(),
  isWarning: z.optional(z.boolean()),
})

/** A row of the curators' list. */
export const GuideRow = z.object({
  serviceId: z.string(),
  plainName: z.string(),
  name: z.string(),
  domain: Domain,
  handlingType: HandlingType,
  promisedDays: z.number(),
  state: ServiceState,
  /** In force today; absent for a service that is still a draft. */
  version: z.optional(z.number()),
  /** What somebody works on, or what waits for approval. */
  open: z.optional(
    z.object({ version: z.number(), state: GuideState, effectiveFrom: Day, revision: z.number() }),
  ),
})
export type GuideRow = z.infer<typeof GuideRow>

/** Versions named as they were read. */
export const Named = z
  .array(z.object({ serviceId: Id, version: z.number(), revision: z.number() }))
  .check(z.minLength(1, '请选一份指南'), z.maxLength(50, '一次最多50份，请分几次'))

/** Something about a cell of a table: the row as Excel numbers it, the column, what is wrong and what to do. */
export const CellNote = z.object({ row: z.number(), column: z.string(), message: z.string() })
export type CellNote = z.infer<typeof CellNote>

/** What reading a table on trial tells. */
export const CheckedTable = z.object({
  /** Stands for this file and the catalogue as it is now. */
  checkId: z.string(),
  problems: z.array(CellNote),
  warnings: z.array(CellNote),
  counts: z.object({
    fresh: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    missing: z.number(),
  }),
  /** New and changed rows, and what each changes. */
  changes: z.array(
    z.object({
      row: z.number(),
      serviceId: z.string(),
      name: z.string(),
      isNew: z.boolean(),
      differences: z.array(Difference),
    }),
  ),
  /** In force and not in the table: they stay as they are. */
  missing: z.array(z.object({ serviceId: z.string(), name: z.string() })),
})
export type CheckedTable = z.infer<typeof CheckedTable>

/** One guide with all its versions. */
export const GuideView = z.object({
  serviceId: z.string(),
  inForce: z.optional(z.object({ version: z.number(), since: z.optional(Day), service: Service })),
  open: z.optional(
    z.object({
      told: GuideVersion,
      service: UnfinishedService,
      differences: z.array(Difference),
      problems: z.array(GuideProblem),
      /** The caller may not approve what they wrote. */
      isOwn: z.boolean(),
    }),
  ),
  /** Latest first. */
  history: z.array(z.extend(GuideVersion, { differences: z.array(Difference) })),
})
export type GuideView = z.infer<typeof GuideView>
