import { callMeeting } from '@one-window/shared/approvals/endpoints'
import { chinaDay, whenWords } from '@one-window/shared/foundation/time'
import { offices } from '@one-window/shared/halls/offices'
import { moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

export default implement(callMeeting, async ({ caseId, on, clock, topic, officeIds }, context) => {
  const unknown = officeIds.findIndex(
    (id, at) => !offices.some(({ officeId }) => officeId === id) || officeIds.indexOf(id) !== at,
  )
  const errors = [
    ...(unknown >= 0
      ? [{ pointer: `/officeIds/${unknown}`, message: '没有这个办公室，或选了两次，请重新选' }]
      : []),
    ...(on < chinaDay(context.now) ? [{ pointer: '/on', message: '开会的日子已经过了，请改一下' }] : []),
  ]
  if (errors.length > 0) throw new Problem('bad-input', { errors })
  const called = await moveCase(caseId, context, 'call-meeting', ({ status }) => ({
    action: 'call-meeting',
    status,
    note: `${whenWords(on, clock)}：${topic}`,
    facts: { until: on },
    invites: officeIds,
  }))
  return showCase(context.caller, called)
})
