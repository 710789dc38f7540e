import { listTasks } from '@one-window/shared/follow-ups/endpoints'
import { mayHandle } from '@one-window/shared/follow-ups/who-acts'
import type { StaffRole } from '@one-window/shared/staff/post'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findFollowUps } from './follow-up-store'
import { shownTasks } from './show-follow-up'
import { listTasksOf } from './task-store'

export default implement(listTasks, async ({ hallId }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const tasks = await listTasksOf(hallId, caller.role as StaffRole)
  const found = await findFollowUps([...new Set(tasks.map(({ followUpId }) => followUpId))])
  const theirs = tasks.flatMap((task) => {
    const kept = found.get(task.followUpId)
    return kept && mayHandle(kept, caller.personId) ? [{ task, kept }] : []
  })
  return { tasks: await shownTasks(theirs) }
})
