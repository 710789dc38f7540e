import { deleteMyData } from '@one-window/shared/identity/endpoints'
import { keptByLaw } from '@one-window/shared/identity/kept-by-law'
import { forgetBookingsOf, hasBookingAhead } from '../booking/public'
import { isOpenCase, listEveryCaseOf, partCase } from '../cases/public'
import { forgetFilesOf } from '../files/public'
import { forgetMessagesOf } from '../notifications/public'
import { audited } from '../platform/audit'
import { blindIndex } from '../platform/crypto'
import { ConditionFailed, transact } from '../platform/dynamo'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { forgetPrechecksOf } from '../prechecks/public'
import { forgettingRatings } from '../ratings/public'
import { accountDeletion, findAccount, type Account } from './account-store'
import { lookupDeletion } from './lookup-store'

const ATTEMPTS = 5

/**
 * What can be broken off comes first and is done again by the next call; the account, by which the caller is known,
 * goes last.
 */
export default implement(deleteMyData, async (_, context) => {
  const { personId } = context.caller
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const cases = await listEveryCaseOf(personId)
    if (cases.some(isOpenCase) || (await hasBookingAhead(personId, context.now)))
      throw new Problem('case-still-open')
    if (!(await forgetBookingsOf(personId, context))) continue
    for (const kept of cases) await partCase(kept, await forgettingRatings(kept.caseId), context)
    if (!(await forgetPrechecksOf(personId, context)) || !(await forgetFilesOf(personId, context))) continue
    await forgetMessagesOf(personId, context)
    if (await endAccount(personId, context))
      return { deleted: [...keptByLaw.deleted], kept: keptByLaw.kept.map((each) => ({ ...each })) }
  }
  throw new Problem('busy')
})

/** False when the account changed meanwhile. */
async function endAccount(personId: string, context: Context): Promise<boolean> {
  const account = await findAccount(personId)
  if (!account) return true
  const deed = { object: `person:${personId}`, before: account, after: null }
  try {
    await transact([accountDeletion(account), ...lookupsOf(account)], audited(context, deed))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}

/** By what the account could be found. */
const lookupsOf = ({ personId, openid, idNumber, realName }: Account) => [
  ...(openid ? [lookupDeletion('resident', blindIndex('openid', openid), personId)] : []),
  ...(idNumber && realName === 'checked'
    ? [lookupDeletion('id-card', blindIndex('id-number', idNumber), personId)]
    : []),
]
