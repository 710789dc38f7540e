/** What waits for a role of a hall: written and taken away by the step that makes it so. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { TaskKind } from '@one-window/shared/follow-ups/follow-up'
import { tasksOf } from '@one-window/shared/follow-ups/who-acts'
import type { StaffRole } from '@one-window/shared/staff/post'
import { database, defineTable, type Write } from '../platform/dynamo'
import type { KeptFollowUp } from './follow-up-store'

const table = defineTable('follow-up-tasks', {
  hallRole: { type: String, hashKey: true },
  taskId: { type: String, rangeKey: true },
})
const MOST = 100

/** A task of a role. */
export interface KeptTask {
  readonly kind: TaskKind
  readonly followUpId: string
  readonly since: string
  /** The event that made it, with what is asked. */
  readonly seq?: number
  /** Whom a reminder is for: who holds the post, or their deputy. */
  readonly to?: readonly string[]
}

/** Whose tasks: those of a role of a hall, or of an office of it. */
export const deskOf = (hallId: string, role: StaffRole, officeId?: string): string =>
  officeId === undefined ? `${hallId}#${role}` : `${hallId}#${role}#${officeId}`

const keyOf = (desk: string, kind: TaskKind, followUpId: string) => ({
  hallRole: desk,
  taskId: `${kind}#${followUpId}`,
})

/** The write that puts a task before a role. */
export const taskWrite = (desk: string, task: KeptTask): Write => ({
  Put: { TableName: table.name, Item: { ...keyOf(desk, task.kind, task.followUpId), ...task } },
})

/** The writes that make the tasks of all roles follow a step. */
export function taskWrites(before: KeptFollowUp, after: KeptFollowUp, seq: number, since: string): Write[] {
  const { hallId, followUpId } = after
  const desk = (role: StaffRole): string =>
    deskOf(hallId, role, role === 'approver' ? after.officeId : undefined)
  const [old, now] = [tasksOf(before), tasksOf(after)]
  const has = (all: typeof old, one: (typeof old)[number]): boolean =>
    all.some(({ role, kind }) => role === one.role && kind === one.kind)
  const over = [
    ...old.filter((each) => !has(now, each)),
    ...(after.status === 'closed' || after.finishFrom !== before.finishFrom
      ? (Object.keys(before.escalated) as (keyof typeof before.escalated)[]).map((role) => ({
          role,
          kind: 'reminder' as const,
        }))
      : []),
  ]
  return [
    ...now
      .filter((each) => !has(old, each))
      .map(({ role, kind }) => taskWrite(desk(role), { kind, followUpId, since, seq })),
    ...over.map(({ role, kind }): Write => ({
      Delete: { TableName: table.name, Key: keyOf(desk(role), kind, followUpId) },
    })),
  ]
}

/** The tasks of a role at a hall, or of an office; at most 100. */
export async function listTasksOf(desk: string): Promise<KeptTask[]> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'hallRole = :of',
      ExpressionAttributeValues: { ':of': desk },
      Limit: MOST,
    }),
  )
  return Items as KeptTask[]
}
