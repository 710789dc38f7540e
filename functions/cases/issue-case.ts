import { timingSafeEqual } from 'node:crypto'
import { issueCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { moveCase } from './case-move-store'
import type { KeptCase } from './kept-case'
import { pickUpCodeOf } from './query-code'
import { giveTryBack, takeTry } from './query-try-store'
import { showCase } from './show-case'

/** Somebody else says the code that only the applicant has; five wrong ones and it rests for 15 minutes. */
export default implement(issueCase, async ({ caseId, to, proxy, pickUpCode, note }, context) => {
  const errors = [
    ...(to === 'proxy' && !proxy ? [{ pointer: '/proxy', message: '请写谁来代领、是申请人什么人' }] : []),
    ...(to === 'proxy' && !pickUpCode
      ? [{ pointer: '/pickUpCode', message: '请输入本人给的6位取件码' }]
      : []),
  ]
  if (errors.length > 0) throw new Problem('bad-input', { errors })
  const issued = await moveCase(caseId, context, 'issue', async (kept) => {
    if (to === 'proxy') await checkPickUp(kept, pickUpCode ?? '', context.now)
    return {
      action: 'issue',
      status: 'issued',
      note,
      ...(to === 'proxy' && proxy && { people: [proxy.name, proxy.relation] }),
      facts: { to, ...(to === 'self' && { came: true }) },
    }
  })
  return showCase(context.caller, issued)
})

async function checkPickUp({ caseId }: KeptCase, said: string, now: Date): Promise<void> {
  const tries = `pick-up ${caseId}`
  if (!(await takeTry(tries, now))) throw new Problem('too-many-tries')
  if (!timingSafeEqual(Buffer.from(said), Buffer.from(pickUpCodeOf(caseId))))
    throw new Problem('pick-up-code-wrong')
  await giveTryBack(tries)
}
