/** Who may take which step: roles from the matrix, and never on one's own work. */
import type { Role } from '../foundation/roles'
import { isHeld, type Post, type StaffRole } from '../staff/post'
import { mayActAfter } from '../staff/separation'
import type { FollowUpState, TaskKind } from './follow-up'
import type { FollowUpAction, SideDeed } from './lifecycle'

/** The role that takes a step; `rectifier` is the one that was asked. */
export const actorOf: Readonly<Record<FollowUpAction | SideDeed, Role | 'rectifier' | 'rated-side'>> = {
  triage: 'supervisor',
  'triage-unnamed': 'supervisor',
  explain: 'supervisor',
  attempt: 'supervisor',
  'call-back': 'supervisor',
  verify: 'supervisor',
  'find-nothing': 'supervisor',
  rectify: 'rectifier',
  'report-back': 'supervisor',
  close: 'supervisor',
  'send-back': 'supervisor',
  reopen: 'resident',
  exclude: 'inspector',
  'ask-extension': 'supervisor',
  'approve-extension': 'director',
  'refuse-extension': 'director',
  'propose-exclusion': 'supervisor',
  'refuse-exclusion': 'inspector',
  appeal: 'rated-side',
  'accept-appeal': 'supervisor',
  'refuse-appeal': 'supervisor',
  transfer: 'supervisor',
  'sign-transfer': 'inspector',
  answer: 'resident',
}

/** Who served, and who took steps of it. */
export interface Involved {
  readonly servedBy?: string | undefined
  /** The supervisors who took a step. */
  readonly handledBy?: readonly string[] | undefined
}

/** The rated person handles nothing of it, and does not see it (国办发〔2019〕51号): to them it is not there. */
export const mayHandle = ({ servedBy }: Involved, personId: string): boolean =>
  servedBy === undefined || mayActAfter([{ act: 'serve', by: servedBy }], 'follow-up', personId)

/** An appeal is decided by a supervisor who took no step of it. */
export const mayDecideAppeal = ({ handledBy = [] }: Involved, personId: string): boolean =>
  mayActAfter(
    handledBy.map((by) => ({ act: 'handle' as const, by })),
    'decide-appeal',
    personId,
  )

/** Who must do something when a follow-up stands so, beside its supervisor. */
export function tasksOf({
  rectifier,
  status,
  extension,
  exclusion,
  appeal,
  transfer,
}: Pick<FollowUpState, 'rectifier' | 'status' | 'extension' | 'exclusion' | 'appeal' | 'transfer'>): {
  role: StaffRole
  kind: TaskKind
}[] {
  const open = status !== 'closed'
  return [
    ...(status === 'rectify' && rectifier ? [{ role: rectifier, kind: 'rectify' as const }] : []),
    ...(open && extension === 'asked' ? [{ role: 'director' as const, kind: 'extension' as const }] : []),
    ...(exclusion === 'proposed' ? [{ role: 'inspector' as const, kind: 'exclusion' as const }] : []),
    ...(appeal === 'made' ? [{ role: 'supervisor' as const, kind: 'appeal' as const }] : []),
    ...(transfer === 'sent' ? [{ role: 'inspector' as const, kind: 'dossier' as const }] : []),
  ]
}

/** A member of a hall's staff. */
export interface Member {
  readonly personId: string
  readonly posts: readonly Post[]
}

/**
 * Who holds a role at a hall today. Whom a deputy (代理) stands in for today is away: the deputy is told in their place.
 * Nobody when the role is not held.
 */
export function holdersOf(
  members: readonly Member[],
  role: StaffRole,
  hallId: string,
  today: string,
): string[] {
  const held = members.flatMap(({ personId, posts }) =>
    posts
      .filter(
        (post) =>
          post.role === role && post.hallId === hallId && post.stationId === undefined && isHeld(post, today),
      )
      .map(({ deputyFor }) => ({ personId, deputyFor })),
  )
  const away = new Set(held.flatMap(({ deputyFor }) => deputyFor ?? []))
  return [...new Set(held.map(({ personId }) => personId))].filter((personId) => !away.has(personId))
}
