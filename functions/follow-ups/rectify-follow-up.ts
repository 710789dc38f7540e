import { rectifyFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { officeKey } from '@one-window/shared/staff/post'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { foundFor } from './found-for'
import { shownTask } from './show-follow-up'
import { takeStep } from './steps-store'

/** Only whoever was asked to rectify does; before anybody was, it is not the moment. */
export default implement(rectifyFollowUp, async ({ followUpId, revision, ...asked }, context) => {
  const { words, person, doneOn, guide } = asked
  const { caller, now } = context
  const found = await foundFor(followUpId, context)
  const { rectifier, officeId, hallId } = found
  const isAsked =
    rectifier === undefined ||
    (rectifier === caller.role &&
      (officeId === undefined || caller.offices.includes(officeKey(hallId, officeId))))
  if (!isAsked) throw new Problem('not-found')
  const moved = await takeStep(
    found,
    revision,
    () => ({ deed: 'rectify', says: { words, person, doneOn, ...(guide && { guide }) } }),
    context,
  )
  return shownTask(moved, 'rectify', now.toISOString())
})
