/** The rules a whole catalogue must keep before anybody is shown it. */
import { codesOf, problemsOfGuide } from './check-guide'
import type { Service } from './service'

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at)

/** Every broken rule, each as `serviceId: what`; empty when the catalogue may be shown. */
export const problemsOfCatalogue = (services: readonly Service[]): string[] => {
  const ids = services.map(({ serviceId }) => serviceId)
  const plainNames = services.map(({ plainName }) => plainName)
  const taken = codesOf(services)
  const problems = [
    ...repeated(ids).map((id) => `${id}: id used twice`),
    ...repeated(plainNames).map((name) => `${name}: plain name used twice`),
  ]
  for (const service of services) {
    const own = problemsOfGuide(service)
      .filter(({ isWarning }) => !isWarning)
      .map(({ message }) => message)
    const other = taken(service)
    if (other) own.push(`code of ${other.serviceId}`)
    for (const id of service.related) {
      if (id === service.serviceId) own.push('related to itself')
      else if (ids.indexOf(id) < 0) own.push(`related ${id} does not exist`)
    }
    problems.push(...own.map((problem) => `${service.serviceId}: ${problem}`))
  }
  return problems
}
