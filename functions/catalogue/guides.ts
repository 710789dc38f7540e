/** What the endpoints of the curators share: whose hall it is, how far a guide is, who is named. */
import { codesOf, problemsOfGuide, type GuideProblem } from '@one-window/shared/catalogue/check-guide'
import { differenceOf } from '@one-window/shared/catalogue/difference'
import { isOpen } from '@one-window/shared/catalogue/guide-version'
import { Service } from '@one-window/shared/catalogue/service'
import { chinaDay } from '@one-window/shared/foundation/time'
import type { FieldError } from '@one-window/shared/foundation/problems'
import { findHall } from '@one-window/shared/halls/halls'
import type { Caller } from '@one-window/shared/identity/identity'
import { findAccount } from '../identity/public'
import { chineseIssue, fieldErrors } from '../platform/bad-input'
import type { RequestMark } from '../platform/implement'
import { Problem } from '../platform/problem'
import type { StoredVersion } from './guide-store'
import { FIRST_VERSION, type HallCatalogue } from './hall-catalogue'

/** Refuses a hall that is none of the caller's, as if it were not there. */
export function ownHall(hallId: string, caller: Caller): void {
  if (!findHall(hallId) || !caller.hallIds.includes(hallId)) throw new Problem('not-found')
}

/** The version that somebody works on; the versions are earliest first. */
export const openOf = (versions: readonly StoredVersion[]): StoredVersion | undefined =>
  versions.find(({ state }) => isOpen(state))

/** The number of a service's next version. */
export const nextVersion = (latest: number | undefined, isBuiltIn: boolean): number =>
  Math.max(latest ?? 0, isBuiltIn ? FIRST_VERSION : 0) + 1

/** A service of which nothing stands yet, for what a first version says. */
export const nothingOf = (service: Service): Service => ({
  ...service,
  ...{ plainName: '', name: '', oneLine: '', feeNote: '', resultName: '' },
  ...{ conditions: [], materials: [], questions: [], steps: [], legalBasis: [] },
  ...{ everydayWords: [], lifeEvents: [], related: [] },
})

/** What a version says otherwise than the one before; a first one says everything anew. */
export const changesFrom = (before: Service | undefined, after: Service) =>
  differenceOf(before ?? nothingOf(after), after)

/** Everything that keeps a draft from being shown, and what is to be looked at. */
export function problemsOf(
  service: Service,
  catalogue: HallCatalogue,
): (FieldError & { isWarning?: true })[] {
  const read = Service.safeParse(service, { error: chineseIssue })
  const missing = read.success ? [] : fieldErrors(read.error.issues)
  const wrong: GuideProblem[] = problemsOfGuide(service)
  const others = catalogue.listAll().map((one) => one.service)
  const taken = codesOf(others)(service)
  const named = others.find(
    ({ serviceId, plainName }) => plainName === service.plainName && serviceId !== service.serviceId,
  )
  return [
    ...missing,
    ...wrong.map(({ pointer, message, isWarning }) => ({
      pointer,
      message,
      ...(isWarning && { isWarning }),
    })),
    ...(taken
      ? [{ pointer: '/code', message: `“${taken.plainName}”也用这个编码；请核对，或各写各的业务办理项` }]
      : []),
    ...(named ? [{ pointer: '/plainName', message: '已经有一件事叫这个名字，请换个叫法' }] : []),
    ...service.related
      .filter((id) => !catalogue.find(id) || id === service.serviceId)
      .map((id) => ({ pointer: '/related', message: `相关的事里没有“${id}”，请去掉` })),
  ]
}

/** Refuses a version that may not be shown yet: every reason, under the pointer of the version. */
export function checkReady(
  version: StoredVersion,
  catalogue: HallCatalogue,
  now: Date,
  pointer: string,
): void {
  const errors = problemsOf(version.service, catalogue)
    .filter(({ isWarning }) => !isWarning)
    .map(({ pointer: place, message }) => ({ pointer: `${pointer}/service${place}`, message }))
  if (version.state === 'draft' && version.effectiveFrom < chinaDay(now))
    errors.push({ pointer: `${pointer}/effectiveFrom`, message: '生效日已经过去，请改成今天或以后' })
  if (errors.length > 0) throw new Problem('bad-input', { errors })
}

/** True when this very request already made a version what it is; its key on another request is refused. */
export function isRepeat({ requests }: StoredVersion, request: RequestMark): boolean {
  const body = requests[request.id]
  if (body !== undefined && body !== request.body) throw new Problem('idempotency-key-reused')
  return body !== undefined
}

/** The version after a change by a request. */
export const changed = (
  seen: StoredVersion,
  changes: Partial<StoredVersion>,
  request: RequestMark,
): StoredVersion => ({
  ...seen,
  ...changes,
  revision: seen.revision + 1,
  requests: { ...seen.requests, [request.id]: request.body },
})

/** The names of those who wrote and approved, each looked up once. */
export async function namesOf(versions: readonly StoredVersion[]): Promise<(personId: string) => string> {
  const ids = new Set(versions.flatMap(({ author, approver }) => [author, ...(approver ? [approver] : [])]))
  const names = new Map(
    await Promise.all([...ids].map(async (id) => [id, (await findAccount(id))?.name ?? '已离岗'] as const)),
  )
  return (personId) => names.get(personId) ?? '已离岗'
}
