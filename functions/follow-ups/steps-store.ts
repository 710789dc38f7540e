/** The steps of a follow-up's life: each one transaction on the follow-up as it was read, with its event, tasks and row. */
import type { FollowUpEvent } from '@one-window/shared/follow-ups/follow-up'
import {
  FollowUpAction,
  followUpLifecycle,
  followUpStatusWords,
  type SideDeed,
} from '@one-window/shared/follow-ups/lifecycle'
import { roleWords, type Role } from '@one-window/shared/foundation/roles'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, transact, type Write } from '../platform/dynamo'
import type { RequestMark } from '../platform/implement'
import { Problem } from '../platform/problem'
import { eventWrite } from './event-store'
import { findFollowUps, listKeys, onFollowUp, table, type KeptFollowUp } from './follow-up-store'
import { taskWrites } from './task-store'

type Deed = FollowUpAction | SideDeed

/** Who takes a step, by which request. */
export type Stepping = By & {
  readonly caller: { readonly role: Role }
  readonly request: RequestMark
  replayed(): void
}

/** A step: what is done, what changes by it (null takes it away), what is said. */
export interface Step {
  readonly deed: Deed
  readonly changes?: { readonly [Field in keyof KeptFollowUp]?: KeptFollowUp[Field] | null }
  readonly says?: Omit<FollowUpEvent, 'seq' | 'deed' | 'at' | 'by'>
  /** What must be written with it. */
  readonly beside?: readonly Write[]
}

/** Short marks keep the item small; they only tell a repeated request of this follow-up from another. */
const mark = (text: string): string => text.slice(0, 11)

/** True when the follow-up carries this very request; the same key for something else is refused. */
function isRepeated({ requests }: KeptFollowUp, { request, replayed }: Stepping): boolean {
  const body = requests[mark(request.id)]
  if (body === undefined) return false
  if (body !== mark(request.body)) throw new Problem('idempotency-key-reused')
  replayed()
  return true
}

const wrongStatus = ({ status }: KeptFollowUp): Problem =>
  new Problem('wrong-status', { detail: `现在是：${followUpStatusWords[status]}` })

const isAction = (deed: Deed): deed is FollowUpAction =>
  (FollowUpAction.options as readonly Deed[]).includes(deed)

/**
 * Takes a step once. `plan` says what it is on the follow-up as it stands, or nothing when it is not the moment for it.
 * The same request again answers the follow-up as it is now; of two at once one finds `changed-meanwhile` or
 * `wrong-status`.
 */
export async function takeStep(
  found: KeptFollowUp,
  revision: number,
  plan: (found: KeptFollowUp) => Step | undefined,
  context: Stepping,
): Promise<KeptFollowUp> {
  if (isRepeated(found, context)) return found
  const step = plan(found)
  if (!step || (isAction(step.deed) && !followUpLifecycle[step.deed].from.includes(found.status)))
    throw wrongStatus(found)
  if (found.revision !== revision) throw new Problem('changed-meanwhile')
  const after = afterStep(found, step, context)
  try {
    await transact(
      stepWrites(found, after, step, context),
      audited(context, {
        ...onFollowUp(found),
        before: bare(found),
        after: { ...bare(after), deed: step.deed },
      }),
    )
    return after
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    const present = (await findFollowUps([found.followUpId])).get(found.followUpId)
    if (!present) throw new Problem('not-found')
    if (isRepeated(present, context)) return present
    if (present.status !== found.status) throw wrongStatus(present)
    throw new Problem('changed-meanwhile')
  }
}

const bare = ({ requests: _requests, ...kept }: KeptFollowUp) => kept

/** The follow-up after a step. */
function afterStep(
  found: KeptFollowUp,
  { deed, changes = {} }: Step,
  { caller, request }: Stepping,
): KeptFollowUp {
  const kept: Record<string, unknown> = { ...found }
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete kept[field]
    else if (value !== undefined) kept[field] = value
  }
  return {
    ...(kept as unknown as KeptFollowUp),
    status: isAction(deed) ? followUpLifecycle[deed].to : found.status,
    revision: found.revision + 1,
    requests: { ...found.requests, [mark(request.id)]: mark(request.body) },
    ...(caller.role === 'supervisor' &&
      deed !== 'accept-appeal' &&
      deed !== 'refuse-appeal' && {
        handledBy: [...new Set([...(found.handledBy ?? []), caller.personId])],
      }),
  }
}

function stepWrites(
  found: KeptFollowUp,
  after: KeptFollowUp,
  { deed, says, beside = [] }: Step,
  { caller, now }: Stepping,
): Write[] {
  const set: Record<string, unknown> = { ...listKeys(after) }
  const remove: string[] = []
  const fields = new Set([...Object.keys(found), ...Object.keys(after)]) as Set<keyof KeptFollowUp>
  for (const field of fields) {
    // others count and remind meanwhile: what this step does not change it does not write
    if (after[field] === undefined && found[field] !== undefined) remove.push(field)
    else if (JSON.stringify(after[field]) !== JSON.stringify(found[field])) set[field] = after[field]
  }
  const names = Object.keys(set)
  const at = now.toISOString()
  return [
    {
      Update: {
        TableName: table.name,
        Key: { followUpId: found.followUpId },
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}${
          remove.length > 0 ? ` REMOVE ${remove.map((name) => `#${name}`).join(', ')}` : ''
        }`,
        ConditionExpression: '#revision = :seen',
        ExpressionAttributeNames: Object.fromEntries([...names, ...remove].map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name) => [`:${name}`, set[name]])),
          ':seen': found.revision,
        },
      },
    },
    eventWrite(found.followUpId, {
      seq: after.revision,
      deed,
      at,
      by: roleWords[caller.role],
      ...says,
    }),
    ...taskWrites(found, after, after.revision, at),
    ...beside,
  ]
}
