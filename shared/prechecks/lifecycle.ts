import * as z from 'zod/mini'
import type { Lifecycle } from '../foundation/lifecycle'

/** 没发出 → 窗口在看 → 看过了 (→ 再发) → 已交到窗口; 已撤回. */
export const PrecheckStatus = z.enum(['draft', 'submitted', 'answered', 'used', 'withdrawn'])
export type PrecheckStatus = z.infer<typeof PrecheckStatus>

export type PrecheckAction = 'submit' | 'answer' | 'use' | 'withdraw'

/** The life of a pre-check (预审). It is no acceptance: a case begins at the window. */
export const precheckLifecycle: Lifecycle<PrecheckStatus, PrecheckAction> = {
  submit: { from: ['draft', 'answered'], to: 'submitted' },
  answer: { from: ['submitted'], to: 'answered' },
  use: { from: ['submitted', 'answered'], to: 'used' },
  withdraw: { from: ['draft', 'submitted', 'answered'], to: 'withdrawn' },
}

/** What the resident reads. */
export const precheckStatusWords: Readonly<Record<PrecheckStatus, string>> = {
  draft: '还没发出',
  submitted: '窗口在看',
  answered: '看过了',
  used: '已交到窗口',
  withdrawn: '已撤回',
}

/** Only the window sees what was sent to it, and nothing that was taken back. */
export const seenByDesk: readonly PrecheckStatus[] = ['submitted', 'answered', 'used']
