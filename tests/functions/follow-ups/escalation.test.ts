/** What is late goes up the ladder, each level once; the deputy is told when the holder is away. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aFollowUp, step, words, type Made } from './a-follow-up'

let app: LocalApp
let owner: Person
let escalate: (typeof import('../../../functions/follow-ups/escalate-follow-ups.job'))['escalateFollowUps']
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  app.setNow('2026-11-24T09:00:00+08:00')
  owner = await app.as('resident', '刘桂英')
  escalate = (await import('../../../functions/follow-ups/escalate-follow-ups.job')).escalateFollowUps
})
afterAll(() => app.stop())

/** Puts who signed in on the list of their hall, as an invitation does. */
async function onTheList({ personId }: Person, hallId = 'yonghe'): Promise<void> {
  const { membershipWrites } = await import('../../../functions/staff/staff-store')
  const { transact } = await import('../../../functions/platform/dynamo')
  const { aRow } = await import('../../support/audit')
  const post = { role: 'director' as const, hallId, from: '2026-01-01' }
  await transact(membershipWrites(personId, [], [post]), await aRow())
}
async function holds(person: Person, ...posts: object[]): Promise<void> {
  const { accounts } = await import('../../../functions/identity/account-store')
  const { database } = await import('../../../functions/platform/dynamo')
  const { UpdateCommand } = await import('@aws-sdk/lib-dynamodb')
  await database.send(
    new UpdateCommand({
      TableName: accounts.name,
      Key: { personId: person.personId },
      UpdateExpression: 'SET posts = :posts',
      ExpressionAttributeValues: { ':posts': posts },
    }),
  )
}
const at = (day: string, clock = '08:30') => new Date(`2026-${day}T${clock}:00+08:00`)
const remindersOf = async (who: Person, { followUpId }: Made) =>
  (
    (await who.get('/oversight/tasks?hallId=yonghe')).body.tasks as { kind: string; followUpId: string }[]
  ).filter((task) => task.kind === 'reminder' && task.followUpId === followUpId)

test('handler on the day, director, leader and inspector one working day after another; each once', async () => {
  const roles = ['supervisor', 'director', 'leader', 'inspector'] as const
  const people = await Promise.all(roles.map((role) => app.as(role, `在岗的${role}`)))
  for (const person of people) await onTheList(person)
  const made = await aFollowUp(app, 'verify', { owner })
  const reached = async () => {
    const found: string[] = []
    for (const [n, role] of roles.entries())
      if ((await remindersOf(people[n]!, made)).length > 0) found.push(role)
    return found
  }
  // due on Tuesday, the 1st of December
  for (const [day, levels] of [
    ['11-30', 0],
    ['12-01', 1],
    ['12-02', 2],
    ['12-03', 3],
    ['12-04', 4],
    ['12-07', 4],
  ] as const) {
    app.setNow(at(day).toISOString())
    await Promise.all([escalate(at(day)), escalate(at(day))])
    await escalate(at(day, '13:30'))
    expect([day, await reached()]).toEqual([day, roles.slice(0, levels)])
  }
  const { itemsOf } = await import('../notifications/a-reachable-person')
  const rows = (await itemsOf('audit')).filter(
    ({ action, object }) => action === 'escalate-follow-ups' && object === `follow-up:${made.followUpId}`,
  )
  expect(rows).toHaveLength(4)
  // what is finished reminds nobody any more
  const handler = await app.as('supervisor', 'who handled')
  await step(handler, made, 'verification', { finding: 'untrue', words })
  await step(handler, made, 'report', { words })
  await step(handler, made, 'check', { passed: true })
  expect(await reached()).toEqual([])
  expect(await escalate(at('12-08'))).toBe(0)
})

test('the deputy in place of who is away; where nobody is, the next level at once', async () => {
  app.setNow('2026-11-24T09:00:00+08:00')
  const hallId = 'xinqiao'
  const chief = await app.as('director', '主任', hallId)
  const deputy = await app.as('director', '代理主任', hallId)
  const leader = await app.as('leader', '分管领导', hallId)
  for (const person of [chief, deputy, leader]) await onTheList(person, hallId)
  const post = { role: 'director', hallId, from: '2026-01-01' }
  await holds(deputy, { ...post, from: '2026-11-20', until: '2026-12-31', deputyFor: chief.personId })
  const made = await aFollowUp(app, 'callback', { owner, hallId })
  await escalate(at('11-26'))
  const { itemsOf } = await import('../notifications/a-reachable-person')
  const told = (await itemsOf('follow-up-tasks'))
    .filter(({ followUpId }) => followUpId === made.followUpId)
    .map(({ hallRole, to }) => [hallRole, to])
  // nobody supervises there, so the director was told on the first day it was late
  expect(told).toEqual([[`${hallId}#director`, [deputy.personId]]])
})
