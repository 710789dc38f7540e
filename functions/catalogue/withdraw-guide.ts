import { withdrawGuide } from '@one-window/shared/catalogue/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listVersions } from './guide-store'
import { isRepeat, ownHall } from './guides'
import { moveGuides } from './move-guides'

/** What is open is the latest version. */
export default implement(withdrawGuide, async ({ hallId, serviceId, revision }, context) => {
  const { caller, request, replayed } = context
  ownHall(hallId, caller)
  const latest = (await listVersions(hallId, serviceId)).at(-1)
  if (!latest) throw new Problem('not-found')
  if (isRepeat(latest, request)) replayed()
  else
    await moveGuides(
      hallId,
      [{ serviceId, version: latest.version, revision }],
      'withdraw',
      () => ({}),
      context,
    )
  return {}
})
