/** How often a person opened something masked in the past hour. */
import { unmaskSettings } from '@one-window/shared/identity/unmask'
import { audited, type Deed } from '../platform/audit'
import { ConditionFailed, defineTable, transact, type Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { readItem } from '../platform/read-item'

const table = defineTable('openings', { personId: { type: String, hashKey: true } }, { expires: 'expiresAt' })

const HOUR_MS = 3_600_000
const ATTEMPTS = 5

/** One time of the past hour, with the request that asked. */
interface Opening {
  readonly at: number
  readonly request: string
  readonly body: string
}
interface Item {
  readonly revision: number
  readonly openings: readonly Opening[]
}

/**
 * Counts an opening and leaves its row with what is written `beside`, all or nothing; throws `unmask-limit` when the
 * hour is full. The same request again counts once.
 */
export async function noteUnmasking(
  context: Context,
  deed: Deed & { reason: string },
  beside: readonly Write[] = [],
): Promise<void> {
  const { caller, now, request, replayed } = context
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const item = (await readItem(table.name, { personId: caller.personId })) as Item | undefined
    const recent = (item?.openings ?? []).filter(({ at }) => at > now.getTime() - HOUR_MS)
    const before = recent.find((opening) => opening.request === request.id)
    if (before && before.body !== request.body) throw new Problem('idempotency-key-reused')
    if (before) return replayed()
    if (recent.length >= unmaskSettings.perHour) throw new Problem('unmask-limit')
    const openings = [...recent, { at: now.getTime(), request: request.id, body: request.body }]
    try {
      await transact([written(caller.personId, item, openings, now), ...beside], audited(context, deed))
      return
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
  }
  throw new Problem('busy')
}

const written = (
  personId: string,
  read: Item | undefined,
  openings: readonly Opening[],
  now: Date,
): Write => ({
  Put: {
    TableName: table.name,
    Item: {
      personId,
      revision: (read?.revision ?? 0) + 1,
      openings,
      expiresAt: Math.floor((now.getTime() + HOUR_MS) / 1000),
    },
    ...(read
      ? { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': read.revision } }
      : { ConditionExpression: 'attribute_not_exists(personId)' }),
  },
})
