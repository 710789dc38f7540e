import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { changeAccount, findAccount, type Account, type AccountChanges } from './account-store'

const ATTEMPTS = 5

/** Changes the caller's account as it stands, again while others change it; answers it as it is then. */
export async function changed(
  context: Context,
  change: (account: Account) => AccountChanges,
): Promise<Account> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const account = await findAccount(context.caller.personId)
    if (!account) throw new Problem('not-signed-in')
    const changes = change(account)
    if (await changeAccount(account, changes, context)) return { ...account, ...changes } as Account
  }
  throw new Problem('busy')
}
