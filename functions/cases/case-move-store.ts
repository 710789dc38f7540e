/** The steps of a case's life: each reads the case whole, asks the rule, and writes only on the case as it was read. */
import { caseStatusWords, type CaseAction } from '@one-window/shared/cases/lifecycle'
import { whyNot } from '@one-window/shared/cases/may-do'
import { caseMessage } from '@one-window/shared/notifications/case-messages'
import { messageWrite } from '../notifications/public'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, transact, type Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import {
  ASK,
  askItem,
  DOSSIER,
  eventItem,
  eventPart,
  HEAD,
  headOf,
  inviteItem,
  invitePart,
} from './case-parts'
import { findCase, onCase, readCase, table } from './case-store'
import type { KeptCase } from './kept-case'
import { afterMove, type Move } from './move'

/** More than a case is ever written to at once. */
const TRIES = 6

/** Throws why the caller may not do this step of the case as it stands. */
function mustMayDo(kept: KeptCase, action: CaseAction, { caller }: Pick<Context, 'caller'>): void {
  const why = whyNot(kept, action, caller)
  if (why === 'wrong-status')
    throw new Problem('wrong-status', { detail: `现在是：${caseStatusWords[kept.status]}` })
  if (why === 'not-your-step' && kept.holder)
    throw new Problem('not-your-step', { detail: `现在在${kept.holder}手里` })
  if (why) throw new Problem(why)
}

/**
 * Moves a case on. `decide` is asked with the case as it stands, and again when somebody else was faster; it throws the
 * refusals of its own. The same request again answers the case as it is now, and one that is not the caller's is as if
 * it were not there.
 */
export async function moveCase(
  caseId: string,
  context: Context,
  actions: CaseAction | readonly CaseAction[],
  decide: (kept: KeptCase) => Move | Promise<Move>,
): Promise<KeptCase> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const kept = await findCase(caseId, context.caller)
    if (!kept) throw new Problem('not-found')
    if (isRepeated(kept, context)) return kept
    mustMayDoOne(kept, [actions].flat(), context)
    const moved = await written(kept, await decide(kept), context)
    if (moved) return moved
  }
  throw new Problem('busy')
}

/** Throws unless the caller may do one of the steps. */
function mustMayDoOne(kept: KeptCase, actions: readonly CaseAction[], context: Context): void {
  if (actions.some((action) => whyNot(kept, action, context.caller) === undefined)) return
  mustMayDo(kept, actions[0]!, context)
}

/** Moves a case on by the calendar; false when it is no longer what `decide` wants, which then answers undefined. */
export async function moveBySystem(
  caseId: string,
  by: By,
  decide: (kept: KeptCase) => Move | undefined,
): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const kept = await readCase(caseId)
    const move = kept && decide(kept)
    if (!move) return false
    if (await written(kept, move, by)) return true
  }
  throw new Problem('busy')
}

/** True when the case carries this very request; the same key for something else is refused. */
export function isRepeated({ events }: KeptCase, { request, replayed }: Context): boolean {
  const before = events.find((event) => event.request?.id === request.id)?.request
  if (!before) return false
  if (before.body !== request.body) throw new Problem('idempotency-key-reused')
  replayed()
  return true
}

/** Sets what differs and takes away what is gone, on the case as it was read. */
function headWrite(kept: KeptCase, next: KeptCase): Write {
  const [before, after] = [headOf(kept), headOf(next)]
  const set = Object.keys(after).filter(
    (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]),
  )
  const gone = Object.keys(before).filter((name) => !(name in after))
  return {
    Update: {
      TableName: table.name,
      Key: { caseId: kept.caseId, part: HEAD },
      UpdateExpression: `SET ${set.map((name) => `#${name} = :${name}`).join(', ')}${
        gone.length > 0 ? ` REMOVE ${gone.map((name) => `#${name}`).join(', ')}` : ''
      }`,
      ConditionExpression: '#seq = :read',
      ExpressionAttributeNames: Object.fromEntries([...set, ...gone].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(set.map((name) => [`:${name}`, after[name]])),
        ':read': kept.seq,
      },
    },
  }
}

/** Writes a step whole or not at all; undefined when somebody else was faster. */
async function written(
  kept: KeptCase,
  move: Move,
  by: By & Partial<Pick<Context, 'request'>>,
): Promise<KeptCase | undefined> {
  const next = afterMove(kept, move, by)
  const { caseId } = kept
  const put = (Item: Record<string, unknown>): Write => ({ Put: { TableName: table.name, Item } })
  const drop = (part: string): Write => ({ Delete: { TableName: table.name, Key: { caseId, part } } })
  const steps: Write[] = [
    headWrite(kept, next),
    {
      Put: {
        TableName: table.name,
        Item: eventItem(caseId, next.seq, next.events.at(-1)!),
        ConditionExpression: 'attribute_not_exists(caseId)',
      },
    },
    ...(move.materials ? [materialsWrite(caseId, move.materials)] : []),
    ...(move.ask ? [put(askItem(next, move.ask))] : []),
    ...(move.ask === null ? [drop(ASK)] : []),
    ...(move.invites ?? []).map((officeId) => put(inviteItem(next, officeId, by.now.toISOString()))),
    ...(move.uninvites ?? []).map((officeId) => drop(invitePart(officeId))),
  ]
  const beside = move.beside?.writes ?? []
  try {
    await transact(
      [...steps, ...beside, ...told(next, move.action, by.now)],
      audited(by, { ...onCase(kept), before: kept, after: { action: move.action, ...move.changes } }),
    )
    return next
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    const wasFaster = error.failedAt(0) || error.failedAt(1)
    if (!wasFaster && beside.some((_, at) => error.failedAt(steps.length + at))) throw move.beside!.refused
    return undefined
  }
}

const materialsWrite = (caseId: string, materials: KeptCase['materials']): Write => ({
  Update: {
    TableName: table.name,
    Key: { caseId, part: DOSSIER },
    UpdateExpression: 'SET materials = :materials',
    ConditionExpression: 'attribute_exists(caseId)',
    ExpressionAttributeValues: { ':materials': materials },
  },
})

/** What tells the owner of a step, in its own transaction; a walk-in has no account to be told. */
function told(next: KeptCase, action: CaseAction, now: Date): Write[] {
  const { caseId, ownerId, hallId } = next
  const words = ownerId && caseMessage(next, action, now)
  if (!words) return []
  const about = `${caseId} ${eventPart(next.seq)}`
  return [messageWrite({ ...words, personId: ownerId, hallId, caseId, about, at: now.toISOString() })]
}
