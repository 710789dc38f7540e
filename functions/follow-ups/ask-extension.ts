import { askExtension } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

/** Once in the life of a follow-up, whatever the answer. */
export default implement(askExtension, async ({ followUpId, revision, words }, context) => {
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    ({ status, extension }) =>
      status === 'closed' || extension !== undefined
        ? undefined
        : { deed: 'ask-extension', changes: { extension: 'asked' }, says: { words } },
    context,
  )
  return shownWhole(moved, context)
})
