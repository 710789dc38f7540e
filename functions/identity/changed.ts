import type { Context } from '../platform/implement'
import type { Write } from '../platform/dynamo'
import { Problem } from '../platform/problem'
import { changeAccount, findAccount, type Account, type AccountChanges } from './account-store'

const ATTEMPTS = 5
const MOST_REQUESTS = 20

/** What is to change, and what else must hold with it. */
export interface Change {
  readonly changes: AccountChanges
  readonly beside?: readonly Write[]
}

/** The requests of an account with one more, the oldest forgotten. */
export const withRequest = (
  { requests = {} }: Account,
  { request }: Context,
): Readonly<Record<string, string>> =>
  Object.fromEntries([...Object.entries(requests), [request.id, request.body]].slice(-MOST_REQUESTS))

/**
 * Changes the caller's account as it stands, again while others change it; answers it as it is then. The same request
 * again changes nothing.
 */
export async function changed(
  context: Context,
  change: (account: Account) => Change | Promise<Change>,
): Promise<Account> {
  const { request } = context
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const account = await findAccount(context.caller.personId)
    if (!account) throw new Problem('not-signed-in')
    const before = account.requests?.[request.id]
    if (before !== undefined) {
      if (before !== request.body) throw new Problem('idempotency-key-reused')
      context.replayed()
      return account
    }
    const { changes, beside } = await change(account)
    const asked = { ...changes, requests: withRequest(account, context) }
    if (await changeAccount(account, asked, context, { ...(beside && { beside }), deed: { after: changes } }))
      return { ...account, ...changes } as Account
  }
  throw new Problem('busy')
}
