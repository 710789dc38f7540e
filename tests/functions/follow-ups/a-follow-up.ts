/** Follow-ups for tests: from a poor rating, taken as far as wanted. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { FollowUpStatus } from '@one-window/shared/follow-ups/lifecycle'
import type { Rectifier } from '@one-window/shared/follow-ups/follow-up'
import type { LocalApp, Person } from '../../support/local-app'
import { aCase } from '../cases/a-case'

export interface Made {
  readonly followUpId: string
  readonly caseId: string
  revision: number
}

/** Says on a case that somebody else did what ended its first contact: a post changes, what was done stays. */
export async function servedBy(caseId: string, personId: string): Promise<void> {
  const { database, tables } = await import('../../../functions/platform/dynamo')
  await database.send(
    new UpdateCommand({
      TableName: tables.get('cases')!.name,
      Key: { caseId, part: ACCEPTED },
      UpdateExpression: 'SET byId = :person',
      ConditionExpression: '#action = :accept',
      ExpressionAttributeNames: { '#action': 'action' },
      ExpressionAttributeValues: { ':person': personId, ':accept': 'accept' },
    }),
  )
}
/** The event after the receipt. */
const ACCEPTED = '0002'

export interface Wanted {
  readonly owner: Person
  readonly hallId?: string
  readonly anonymous?: boolean
  readonly rectifier?: Rectifier
  readonly served?: string
  readonly rating?: object
}

/** A poor rating of the owner's and its follow-up; of one that is not poor there is none. */
export async function aPoorRating(app: LocalApp, wanted: Wanted): Promise<Made> {
  const { owner, hallId = 'yonghe', anonymous = false, served, rating } = wanted
  const clerk = await app.as('window-staff', '周小兰', hallId)
  const { caseId } = await aCase(clerk, ['accept'], { owner, hallId })
  if (served) await servedBy(caseId, served)
  const { status, body } = await owner.post(`/cases/${caseId}/ratings`, {
    contact: 1,
    level: 'very-dissatisfied',
    tags: ['115'],
    anonymous,
    ...rating,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { followUpId: body.followUp?.followUpId ?? '', caseId, revision: 0 }
}

/** Takes a step on a follow-up as somebody; throws what refuses it. */
export async function step(who: Person, made: Made, path: string, body: object = {}): Promise<any> {
  const answer = await who.post(`/oversight/follow-ups/${made.followUpId}/${path}`, {
    revision: made.revision,
    ...body,
  })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  made.revision = answer.body.revision
  return answer.body
}

const way: readonly FollowUpStatus[] = [
  'triage',
  'callback',
  'verify',
  'rectify',
  'report',
  'check',
  'closed',
]
export const words = '窗口当天没有告诉群众可以扫码签到'
export const rectified = { words: '门口贴了签到指引', person: '周小兰', doneOn: '2026-11-30' }

/** A follow-up of the owner's in a status, handled by a supervisor of its hall who is nobody else. */
export async function aFollowUp(app: LocalApp, status: FollowUpStatus, wanted: Wanted): Promise<Made> {
  const made = await aPoorRating(app, wanted)
  const { hallId = 'yonghe', rectifier = 'director', anonymous } = wanted
  const supervisor = await app.as('supervisor', 'who handled', hallId)
  const steps: Readonly<Partial<Record<FollowUpStatus, () => Promise<unknown>>>> = {
    triage: () => step(supervisor, made, 'triage', { class: 'clear' }),
    callback: () => step(supervisor, made, 'callbacks', { outcome: 'reached', satisfied: true }),
    verify: () => step(supervisor, made, 'verification', { finding: 'true', words, rectifier }),
    rectify: async () =>
      step(await app.as(rectifier, 'who rectified', hallId), made, 'rectification', rectified),
    report: () => step(supervisor, made, 'report', { words: '签到指引贴好了，对不住您' }),
    check: () => step(supervisor, made, 'check', { passed: true }),
  }
  for (const at of way.slice(0, way.indexOf(status)))
    if (!(anonymous && at === 'callback')) await steps[at]?.()
  return made
}
