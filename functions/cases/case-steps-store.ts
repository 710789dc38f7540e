/** The steps of a case's life, each one conditional write; and which request was made before. */
import type { Case } from '@one-window/shared/cases/case'
import { contactAfter } from '@one-window/shared/cases/contacts'
import { caseLifecycle, caseStatusWords, type CaseAction } from '@one-window/shared/cases/lifecycle'
import { roleWords } from '@one-window/shared/foundation/roles'
import type { Day } from '@one-window/shared/foundation/time'
import { caseMessage } from '@one-window/shared/notifications/case-messages'
import { messageWrite } from '../notifications/public'
import { audited } from '../platform/audit'
import { seal } from '../platform/crypto'
import { ConditionFailed, transact, type Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { deskQueue, dueOrder, onCase, place, readCase, table, type KeptCase } from './case-store'

/** What an action changes besides the status; null takes the attribute away. */
export interface CaseChanges {
  acceptedAt?: string
  promisedDay?: Day
  promisedDayPending?: number | null
  outcome?: Case['outcome']
  note?: string | undefined
}

/**
 * Moves a case on by one conditional write: the stored status decides. The same request again answers the case as it
 * is now; another one finds `wrong-status`.
 */
export async function transitionCase(
  found: KeptCase,
  action: CaseAction,
  { note, ...changes }: CaseChanges,
  context: Context,
): Promise<KeptCase> {
  const { now, caller, request } = context
  const { caseId } = found
  const { from, to } = caseLifecycle[action]
  const event = {
    action,
    at: now.toISOString(),
    by: roleWords[caller.role],
    ...(note && { note: seal(note, place(caseId, 'note')) }),
  }
  const contact = contactAfter(action, now)
  const set: Record<string, unknown> = { deskQueue: deskQueue(found.hallId, to) }
  const remove: string[] = []
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) remove.push(name)
    else set[name] = value
  }
  if (changes.promisedDay !== undefined || typeof changes.promisedDayPending === 'number')
    set.dueOrder = dueOrder({
      receivedAt: found.receivedAt,
      promisedDay: changes.promisedDay,
      promisedDayPending: changes.promisedDayPending ?? undefined,
    })
  const write: Write = {
    Update: {
      TableName: table.name,
      Key: { caseId },
      UpdateExpression: [
        'SET #status = :to, events = list_append(events, :event), contacts = list_append(contacts, :contact)',
        ', requests.#request = :body',
        ...Object.keys(set).map((name) => `, ${name} = :${name}`),
        ...(remove.length > 0 ? [` REMOVE ${remove.join(', ')}`] : []),
      ].join(''),
      ConditionExpression: `#status IN (${from.map((_, n) => `:from${n}`).join(', ')})`,
      ExpressionAttributeNames: { '#status': 'status', '#request': request.id },
      ExpressionAttributeValues: {
        ':to': to,
        ':event': [event],
        ':contact': contact ? [contact] : [],
        ':body': request.body,
        ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
        ...Object.fromEntries(from.map((status, n) => [`:from${n}`, status])),
      },
    },
  }
  const done = { from: found.status, action, ...changes, note }
  try {
    await transact(
      [write, ...told(found, { ...changes, status: to }, now)],
      audited(context, { ...onCase(found), before: found, after: done }),
    )
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    const present = await readCase(caseId, true)
    if (!present) throw new Problem('not-found')
    if (isRepeated(present, context)) return present
    throw new Problem('wrong-status', { detail: `现在是：${caseStatusWords[present.status]}` })
  }
  const moved = await readCase(caseId, true)
  if (!moved) throw new Problem('not-found')
  return moved
}

/** What tells the owner of a step, in its own transaction; a walk-in has no account to be told. */
function told(
  found: KeptCase,
  { promisedDayPending, ...changes }: Omit<CaseChanges, 'note'> & Pick<KeptCase, 'status'>,
  now: Date,
): Write[] {
  const { caseId, ownerId, hallId } = found
  const pending = promisedDayPending ?? undefined
  const words = ownerId && caseMessage({ ...found, ...changes, promisedDayPending: pending }, now)
  if (!words) return []
  const about = `${caseId} ${changes.status}`
  return [messageWrite({ ...words, personId: ownerId, hallId, caseId, about, at: now.toISOString() })]
}

/** True when the case carries this very request; the same key for something else is refused. */
export function isRepeated({ requests }: KeptCase, { request, replayed }: Context): boolean {
  const body = requests[request.id]
  if (body === undefined) return false
  if (body !== request.body) throw new Problem('idempotency-key-reused')
  replayed()
  return true
}
