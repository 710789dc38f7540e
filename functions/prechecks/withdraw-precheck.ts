import { withdrawPrecheck } from '@one-window/shared/prechecks/endpoints'
import { precheckSettings } from '@one-window/shared/prechecks/settings'
import { dropWrite } from '../files/public'
import { implement } from '../platform/implement'
import { changed } from './changed'
import { inDays } from './in-days'
import { filesOf } from './show-precheck'

/** The photos go at once; that there was one is remembered as long as a draft. */
export default implement(withdrawPrecheck, ({ precheckId }, context) =>
  changed(precheckId, 'withdraw', context, async (found) => ({
    changes: {
      sent: {},
      attached: [],
      fileCount: 0,
      waitsAt: null,
      expiresAt: inDays(context.now, precheckSettings.draftDays),
    },
    beside: (await filesOf(found)).map(dropWrite),
  })),
)
