import { finishDay } from '@one-window/shared/follow-ups/deadlines'
import { settleExtension } from '@one-window/shared/follow-ups/endpoints'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownTask } from './show-follow-up'
import { takeStep } from './steps-store'

export default implement(settleExtension, async ({ followUpId, revision, approved, words }, context) => {
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    (found) =>
      found.status === 'closed' || found.extension !== 'asked'
        ? undefined
        : {
            deed: approved ? 'approve-extension' : 'refuse-extension',
            changes: approved
              ? {
                  extension: 'approved',
                  finishBy: finishDay(publishedCalendar, { ...found, extension: 'approved' }),
                }
              : { extension: 'refused' },
            says: words ? { words } : {},
          },
    context,
  )
  return shownTask(moved, 'extension', context.now.toISOString())
})
