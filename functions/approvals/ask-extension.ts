import { askExtension } from '@one-window/shared/approvals/endpoints'
import { caseSettings } from '@one-window/shared/cases/settings'
import { moveCase, showCase, type KeptCase } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { askedBy } from './asked-by'

/** A case that several offices or organs decide may take longer (行政许可法 art. 42). */
const mostOf = ({ route }: KeptCase): number =>
  new Set(route.steps.map(({ actor }) => actor)).size > 1
    ? caseSettings.jointExtensionWorkingDays
    : caseSettings.extensionWorkingDays

export default implement(askExtension, async ({ caseId, workingDays, reason }, context) => {
  const asked = await moveCase(caseId, context, 'ask-extension', (kept) => {
    const most = mostOf(kept)
    if (workingDays > most)
      throw new Problem('bad-input', {
        errors: [{ pointer: '/workingDays', message: `这件最多延长${most}个工作日，请改少一点` }],
      })
    const ask = askedBy(kept, context, { of: 'extension', workingDays, reason })
    return {
      action: 'ask-extension',
      as: ask.by,
      status: kept.status,
      ask,
      note: reason,
      facts: { workingDays },
    }
  })
  return showCase(context.caller, asked)
})
