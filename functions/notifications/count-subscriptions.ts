import { countSubscriptions } from '@one-window/shared/notifications/endpoints'
import { askedKinds } from '@one-window/shared/notifications/subscriptions'
import { implement } from '../platform/implement'
import { countTap, findConsents } from './subscription-store'

/** What the person refused is theirs to know: nothing of it is kept. */
export default implement(countSubscriptions, async ({ accepted }, context) => {
  await countTap(
    accepted.filter((kind) => askedKinds.includes(kind)),
    context,
  )
  return { left: await findConsents(context.caller.personId) }
})
