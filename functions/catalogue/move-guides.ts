/** Moves versions on, one transaction each: a call that broke off goes on where it stopped when it is sent again. */
import { guideLifecycle, type GuideAction } from '@one-window/shared/catalogue/guide-version'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findVersion, saveVersion, type StoredVersion } from './guide-store'
import { changed, isRepeat } from './guides'

/** A version as the caller read it. */
export interface Named {
  serviceId: string
  version: number
  revision: number
}

/** What becomes of a version, by its place in the request; throws when it may not. */
type Change = (seen: StoredVersion, place: number) => Promise<Partial<StoredVersion>> | Partial<StoredVersion>

/** Every version is looked for before any is moved, so that a wrong name changes nothing. */
export async function moveGuides(
  hallId: string,
  named: readonly Named[],
  action: GuideAction,
  change: Change,
  context: Context,
  reason?: string,
): Promise<number> {
  const { request, replayed } = context
  const found = await Promise.all(
    named.map(({ serviceId, version }) => findVersion(hallId, serviceId, version)),
  )
  if (found.some((version) => version === undefined)) throw new Problem('not-found')
  let moved = 0
  for (const [place, seen] of (found as StoredVersion[]).entries()) {
    if (isRepeat(seen, request)) continue
    if (!guideLifecycle[action].from.includes(seen.state)) throw new Problem('wrong-status')
    if (seen.revision !== named[place]?.revision) throw new Problem('changed-meanwhile')
    const changes = { state: guideLifecycle[action].to, ...(await change(seen, place)) }
    if (!(await saveVersion(seen, changed(seen, changes, request), context, reason)))
      throw new Problem('wrong-status')
    moved += 1
  }
  if (moved === 0) replayed()
  return named.length
}
