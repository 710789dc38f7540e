import { viewGuide } from '@one-window/shared/catalogue/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findService } from './catalogue-store'
import { listVersions, told } from './guide-store'
import { changesFrom, namesOf, openOf, ownHall, problemsOf } from './guides'
import { catalogueOf } from './hall-catalogue'

export default implement(viewGuide, async ({ hallId, serviceId }, { caller, now }) => {
  ownHall(hallId, caller)
  const [catalogue, versions] = await Promise.all([catalogueOf(hallId, now), listVersions(hallId, serviceId)])
  const inForce = catalogue.find(serviceId)
  if (!inForce && versions.length === 0) throw new Problem('not-found')
  const nameOf = await namesOf(versions)
  const open = openOf(versions)
  const kept = versions.filter((version) => version !== open)
  let before = findService(serviceId)
  const history = kept.map((version) => {
    const differences = changesFrom(before, version.service)
    if (version.state === 'approved') before = version.service
    return { ...told(version, nameOf), differences }
  })
  return {
    serviceId,
    ...(inForce && { inForce }),
    ...(open && {
      open: {
        told: told(open, nameOf),
        service: open.service,
        differences: changesFrom(before, open.service),
        problems: problemsOf(open.service, catalogue),
        isOwn: open.author === caller.personId,
      },
    }),
    history: history.reverse(),
  }
})
