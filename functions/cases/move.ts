/** A step of a case: what it changes, and the case as it stands then. */
import type { Ask, CaseFacts } from '@one-window/shared/cases/case'
import type { CaseAction } from '@one-window/shared/cases/lifecycle'
import { roleWords } from '@one-window/shared/foundation/roles'
import type { By } from '../platform/audit'
import type { Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import type { Problem } from '../platform/problem'
import type { KeptCase, KeptEvent } from './kept-case'

/** What a step changes of the case; absent fields stay, null takes one away. */
export type CaseChanges = {
  [
    Field in
      | 'acceptedAt'
      | 'acceptedBy'
      | 'promisedDay'
      | 'promisedDayPending'
      | 'outcome'
      | 'holder'
      | 'step'
      | 'since'
      | 'urged'
      | 'platformNumber'
      | 'archivedOn'
  ]?: KeptCase[Field] | null
}

/** A step to be written. */
export interface Move {
  readonly action: CaseAction
  /** Where it leads; the same status when it is only noted. */
  readonly status: KeptCase['status']
  /** The office that does it, where the role says less. */
  readonly as?: string | undefined
  readonly changes?: CaseChanges
  readonly materials?: KeptCase['materials']
  readonly note?: string | undefined
  readonly people?: string[] | undefined
  readonly lacks?: KeptEvent['lacks']
  readonly files?: string[]
  readonly facts?: CaseFacts
  /** What somebody asks for; null takes it back. */
  readonly ask?: Ask | null
  /** Offices invited, and those that need no longer answer. */
  readonly invites?: readonly string[]
  readonly uninvites?: readonly string[]
  /** What must hold with it; what to answer when it does not. */
  readonly beside?: { readonly writes: readonly Write[]; readonly refused: Problem }
}

/** The case after a step, as it will stand. */
export function afterMove(kept: KeptCase, move: Move, by: By & Partial<Pick<Context, 'request'>>): KeptCase {
  const {
    action,
    status,
    changes = {},
    materials,
    note,
    people,
    lacks,
    files,
    facts,
    ask,
    invites = [],
  } = move
  const { caller, now, request } = by
  const event: KeptEvent = {
    action,
    at: now.toISOString(),
    by: move.as ?? (caller.role === 'system' ? '系统' : roleWords[caller.role]),
    byId: caller.personId,
    ...(request && { request }),
    ...(note && { note }),
    ...(people && { people }),
    ...(lacks && { lacks }),
    ...(files && { files }),
    ...(facts && Object.keys(facts).length > 0 && { facts }),
  }
  const next: Record<string, unknown> = {
    ...kept,
    status,
    seq: kept.seq + 1,
    ...(materials && { materials }),
    events: [...kept.events, event],
    ...(ask && { ask }),
    invited: [...kept.invited.filter((one) => !move.uninvites?.includes(one)), ...invites],
  }
  if (ask === null) delete next.ask
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete next[field]
    else if (value !== undefined) next[field] = value
  }
  return next as unknown as KeptCase
}
