/** The sessions of an account, written one by one beside everything else in it. */
import type { By, Deed } from '../platform/audit'
import type { Write } from '../platform/dynamo'
import { accounts, deedOf, written, type OpenSession } from './account-store'

/**
 * Opens (or turns) one session and ends others, only if `session` still stands at `turn` (absent: it is not open yet).
 */
export function sessionWrite(
  personId: string,
  sessionId: string,
  session: OpenSession,
  { turn, ends = [] }: { turn?: number; ends?: readonly string[] } = {},
): Write {
  return {
    Update: {
      TableName: accounts.name,
      Key: { personId },
      UpdateExpression: `SET sessions.#id = :session${
        ends.length > 0 ? ` REMOVE ${ends.map((_, n) => `sessions.#end${n}`).join(', ')}` : ''
      }`,
      ConditionExpression:
        turn === undefined
          ? 'attribute_exists(personId) AND attribute_not_exists(sessions.#id)'
          : 'sessions.#id.turn = :turn',
      ExpressionAttributeNames: {
        '#id': sessionId,
        ...Object.fromEntries(ends.map((id, n) => [`#end${n}`, id])),
      },
      ExpressionAttributeValues: { ':session': session, ...(turn !== undefined && { ':turn': turn }) },
    },
  }
}

/** Writes a session, with what else must hold, and its row; false when something no longer stands as told. */
export const saveSession = (
  personId: string,
  writes: Write | readonly Write[],
  by: By,
  deed?: Omit<Deed, 'object'>,
): Promise<boolean> => written([writes].flat(), by, deedOf(personId, deed))

/** The write that ends a session. */
export const sessionEnd = (personId: string, sessionId: string): Write => ({
  Update: {
    TableName: accounts.name,
    Key: { personId },
    UpdateExpression: 'REMOVE sessions.#id',
    ConditionExpression: 'attribute_exists(sessions.#id)',
    ExpressionAttributeNames: { '#id': sessionId },
  },
})

/** The write that ends all sessions. */
export const allSessionsEnd = (personId: string): Write => ({
  Update: {
    TableName: accounts.name,
    Key: { personId },
    UpdateExpression: 'SET sessions = :none',
    ConditionExpression: 'attribute_exists(personId)',
    ExpressionAttributeValues: { ':none': {} },
  },
})
