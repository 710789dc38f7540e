import * as z from 'zod/mini'
import type { Lifecycle } from '../foundation/lifecycle'

/** 收件 → 受理 → 办结 → 出件, or 不予受理. */
export const CaseStatus = z.enum(['received', 'accepted', 'declined', 'concluded', 'issued'])
export type CaseStatus = z.infer<typeof CaseStatus>

export const CaseAction = z.enum(['accept', 'decline', 'conclude', 'issue'])
export type CaseAction = z.infer<typeof CaseAction>

/** The life of a case (办件). */
export const caseLifecycle: Lifecycle<CaseStatus, CaseAction> = {
  accept: { from: ['received'], to: 'accepted' },
  decline: { from: ['received'], to: 'declined' },
  conclude: { from: ['accepted'], to: 'concluded' },
  issue: { from: ['concluded'], to: 'issued' },
}

/** What the desk reads. */
export const caseStatusWords: Readonly<Record<CaseStatus, string>> = {
  received: '已收件',
  accepted: '已受理',
  declined: '不予受理',
  concluded: '已办结待出件',
  issued: '已出件',
}
