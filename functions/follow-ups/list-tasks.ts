import { listTasks } from '@one-window/shared/follow-ups/endpoints'
import { mayHandle } from '@one-window/shared/follow-ups/who-acts'
import { officeKey, type StaffRole } from '@one-window/shared/staff/post'
import { offices } from '@one-window/shared/halls/offices'
import type { Caller } from '@one-window/shared/identity/identity'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findFollowUps } from './follow-up-store'
import { shownTasks } from './show-follow-up'
import { deskOf, listTasksOf } from './task-store'

export default implement(listTasks, async ({ hallId }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const tasks = (await Promise.all(desksOf(hallId, caller).map(listTasksOf))).flat()
  const found = await findFollowUps([...new Set(tasks.map(({ followUpId }) => followUpId))])
  const theirs = tasks.flatMap((task) => {
    const kept = found.get(task.followUpId)
    return kept && mayHandle(kept, caller.personId) ? [{ task, kept }] : []
  })
  return { tasks: await shownTasks(theirs) }
})

/** An approver's tasks are those of their offices; every other role has those of the hall. */
const desksOf = (hallId: string, { role, offices: reached }: Caller): string[] =>
  role === 'approver'
    ? offices
        .filter(({ officeId }) => reached.includes(officeKey(hallId, officeId)))
        .map(({ officeId }) => deskOf(hallId, role, officeId))
    : [deskOf(hallId, role as StaffRole)]
