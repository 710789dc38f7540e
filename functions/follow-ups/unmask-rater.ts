import { unmaskRater } from '@one-window/shared/follow-ups/endpoints'
import { noteUnmasking } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findRater } from './case-facts'
import { onFollowUp, unmaskedWrite } from './follow-up-store'
import { foundFor } from './found-for'

export default implement(unmaskRater, async ({ followUpId, reason }, context) => {
  const found = await foundFor(followUpId, context)
  if (found.anonymous || !found.ownerId)
    throw new Problem('not-allowed', { detail: '对方没有留名，谁都看不到是谁评的' })
  const rater = await findRater(found.caseId, context.caller)
  if (!rater) throw new Problem('not-found')
  await noteUnmasking(context, { ...onFollowUp(found), reason }, [
    unmaskedWrite(followUpId, context.now.toISOString()),
  ])
  return { name: rater.name, ...(rater.phone && { phone: rater.phone }) }
})
