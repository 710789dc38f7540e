import { viewFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'

export default implement(viewFollowUp, async ({ followUpId }, context) =>
  shownWhole(await foundFor(followUpId, context), context),
)
