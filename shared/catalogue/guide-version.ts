/** A version of a guide at one hall: who wrote it, who approved it, from which day it holds. */
import * as z from 'zod/mini'
import type { Lifecycle } from '../foundation/lifecycle'
import { Day, Instant } from '../foundation/time'
import { plainText } from '../identity/fields'

/** 草稿 → 待批准 → 批准; a draft that nobody wants is withdrawn (作废). */
export const GuideState = z.enum(['draft', 'awaiting-approval', 'approved', 'withdrawn'])
export type GuideState = z.infer<typeof GuideState>

export type GuideAction = 'edit' | 'send' | 'agree' | 'return' | 'withdraw'

/** The life of a version. Who edits what waits for approval takes it back by that. */
export const guideLifecycle: Lifecycle<GuideState, GuideAction> = {
  edit: { from: ['draft', 'awaiting-approval'], to: 'draft' },
  send: { from: ['draft'], to: 'awaiting-approval' },
  agree: { from: ['awaiting-approval'], to: 'approved' },
  return: { from: ['awaiting-approval'], to: 'draft' },
  withdraw: { from: ['draft', 'awaiting-approval'], to: 'withdrawn' },
}

/** Somebody works on it: a service has at most one such version. */
export const isOpen = (state: GuideState): boolean => state === 'draft' || state === 'awaiting-approval'

/** Where a version comes from: a document, a notice of the province, and its address. */
export const GuideSource = z.object({
  words: z.pipe(plainText(200, '依据'), z.string().check(z.minLength(1, '请写依据：哪份文件、哪条通知'))),
  url: z.optional(z.url('网址不对，请整条复制').check(z.maxLength(500))),
})
export type GuideSource = z.infer<typeof GuideSource>

/** A version as those who keep the guides see it, without its content. */
export const GuideVersion = z.object({
  /** From 1; version 1 of a guide that came with the product has no author. */
  version: z.number(),
  state: GuideState,
  effectiveFrom: Day,
  source: GuideSource,
  author: z.string(),
  savedAt: Instant,
  approver: z.optional(z.string()),
  decidedAt: z.optional(Instant),
  /** Why it came back from the leader the last time. */
  returned: z.optional(z.string()),
  /** Counts the changes: an edit of an older one is refused. */
  revision: z.number(),
})
export type GuideVersion = z.infer<typeof GuideVersion>

type Dated = Pick<GuideVersion, 'version' | 'effectiveFrom'>

/**
 * The version in force on a day: of the approved ones whose day has come the latest approved one, which is the one with
 * the highest number. Undefined while none has come.
 */
export const inForceOn = <Version extends Dated>(
  approved: readonly Version[],
  day: Day,
): Version | undefined =>
  approved.reduce<Version | undefined>(
    (best, one) => (one.effectiveFrom <= day && one.version > (best?.version ?? 0) ? one : best),
    undefined,
  )

/** Who approves after the day a version was to begin lets it begin today: nothing begins in the past. */
export const beginsOn = (effectiveFrom: Day, today: Day): Day =>
  effectiveFrom < today ? today : effectiveFrom

/** 草稿, 待批准, 生效, 等生效, 停用, 作废 on a day. */
export const versionWords = (
  { version, state, effectiveFrom }: Pick<GuideVersion, 'version' | 'state' | 'effectiveFrom'>,
  inForce: number | undefined,
  day: Day,
): string => {
  if (state === 'draft') return '草稿'
  if (state === 'awaiting-approval') return '待批准'
  if (state === 'withdrawn') return '作废'
  if (version === inForce) return '生效'
  return effectiveFrom > day && version > (inForce ?? 0) ? '等生效' : '停用'
}
