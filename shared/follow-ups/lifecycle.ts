import * as z from 'zod/mini'
import type { Lifecycle } from '../foundation/lifecycle'

/** 待研判 → 待回访 → 待核实 → 整改中 → 待反馈 → 待复核 → 已办结. */
export const FollowUpStatus = z.enum(['triage', 'callback', 'verify', 'rectify', 'report', 'check', 'closed'])
export type FollowUpStatus = z.infer<typeof FollowUpStatus>

/** What moves a follow-up on. */
export const FollowUpAction = z.enum([
  'triage',
  'triage-unnamed',
  'explain',
  'attempt',
  'call-back',
  'verify',
  'find-nothing',
  'rectify',
  'report-back',
  'close',
  'send-back',
  'reopen',
  'exclude',
])
export type FollowUpAction = z.infer<typeof FollowUpAction>

/**
 * The life of a follow-up (差评处理). Who left no name is not called; a demand without a legal basis is explained at
 * once; what two persons agree is mistaken or malicious ends it.
 */
export const followUpLifecycle: Lifecycle<FollowUpStatus, FollowUpAction> = {
  triage: { from: ['triage'], to: 'callback' },
  'triage-unnamed': { from: ['triage'], to: 'verify' },
  explain: { from: ['triage'], to: 'report' },
  attempt: { from: ['callback'], to: 'callback' },
  'call-back': { from: ['callback'], to: 'verify' },
  verify: { from: ['verify'], to: 'rectify' },
  'find-nothing': { from: ['verify'], to: 'report' },
  rectify: { from: ['rectify'], to: 'report' },
  'report-back': { from: ['report'], to: 'check' },
  close: { from: ['check'], to: 'closed' },
  'send-back': { from: ['check'], to: 'verify' },
  reopen: { from: ['check', 'closed'], to: 'verify' },
  exclude: { from: FollowUpStatus.options, to: 'closed' },
}

/** What is done beside the line of steps. */
export const SideDeed = z.enum([
  'ask-extension',
  'approve-extension',
  'refuse-extension',
  'propose-exclusion',
  'refuse-exclusion',
  'appeal',
  'accept-appeal',
  'refuse-appeal',
  'transfer',
  'sign-transfer',
  'answer',
])
export type SideDeed = z.infer<typeof SideDeed>

/** What the supervisor reads. */
export const followUpStatusWords: Readonly<Record<FollowUpStatus, string>> = {
  triage: '待研判',
  callback: '待回访',
  verify: '待核实',
  rectify: '整改中',
  report: '待反馈',
  check: '待复核',
  closed: '已办结',
}
