/** The loop of a poor rating, closed: step by step, by whom, and what the person who rated reads. One loop: longer than 250 lines. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { ratingStreams, type Streams } from '../../support/streams'
import { itemsOf } from '../notifications/a-reachable-person'
import { aFollowUp, aPoorRating, rectified, step, words, type Made } from './a-follow-up'

const MORNING = '2026-11-24T09:00:00+08:00'
let app: LocalApp
let streams: Streams
let owner: Person
let supervisor: Person
let director: Person
let inspector: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  streams = await ratingStreams(() => new Date(MORNING))
})
beforeEach(async () => {
  app.setNow(MORNING)
  owner = await app.as('resident', '刘桂英')
  supervisor = await app.as('supervisor', '欧阳静', 'yonghe', { steppedUp: true })
  director = await app.as('director', '谢国强')
  inspector = await app.as('inspector', '纪检员', 'yonghe', { steppedUp: true })
})
afterAll(() => {
  streams.stop()
  return app.stop()
})

const view = async ({ followUpId }: Made, who = supervisor) =>
  (await who.get(`/oversight/follow-ups/${followUpId}`)).body
const mine = async ({ caseId }: Made) =>
  (await owner.get(`/cases/${caseId}/ratings`)).body.ratings[0].followUp
const tasksOf = async (who: Person) =>
  (await who.get('/oversight/tasks?hallId=yonghe')).body.tasks as {
    kind: string
    followUpId: string
    asked?: string
  }[]
const taskOf = async (who: Person, { followUpId }: Made, kind: string) =>
  (await tasksOf(who)).find((task) => task.followUpId === followUpId && task.kind === kind)
const ask = (who: Person, made: Made, path: string, body: object = {}, key?: string) =>
  who.post(`/oversight/follow-ups/${made.followUpId}/${path}`, { revision: made.revision, ...body }, key)
const refused = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer
  return [status, body.code]
}

test('from the rating to the end: every step, its evidence, and the words the person reads', async () => {
  const made = await aPoorRating(app, {
    owner,
    rating: { level: 'dissatisfied', tags: ['212'], text: '又让取号' },
  })
  expect(await view(made)).toMatchObject({
    status: 'triage',
    text: '又让取号',
    events: [],
    checks: [{ tag: '212', verdict: 'agrees', fact: '有预约，没有凭预约签到的记录' }],
    opened: { times: 0 },
  })
  await step(supervisor, made, 'triage', { class: 'clear' })
  await step(supervisor, made, 'callbacks', { outcome: 'reached', satisfied: false, words: '等了四十分钟' })
  const verified = await step(supervisor, made, 'verification', {
    finding: 'partly',
    words,
    evidence: ['11月24日取号记录'],
  })
  expect(verified.events.at(-1)).toMatchObject({
    deed: 'verify',
    choice: 'partly',
    evidence: ['11月24日取号记录'],
  })
  expect(await taskOf(director, made, 'rectify')).toMatchObject({ asked: words, appealUntil: '2026-11-27' })
  const guide = { part: 'steps', before: '到大厅取号', after: '有预约的扫码签到，不用取号' }
  await step(director, made, 'rectification', { ...rectified, guide })
  expect(await taskOf(director, made, 'rectify')).toBeUndefined()
  await step(supervisor, made, 'report', { words: '签到指引贴好了，对不住您' })
  const closed = await step(supervisor, made, 'check', { passed: true })
  expect(closed).toMatchObject({ status: 'closed', closedAt: '2026-11-24T01:00:00.000Z', called: 'reached' })
  expect(closed.events.map(({ deed, by }: { deed: string; by: string }) => `${by} ${deed}`)).toEqual([
    '监督员 triage',
    '监督员 call-back',
    '监督员 verify',
    '政务中心主任 rectify',
    '监督员 report-back',
    '监督员 close',
  ])
  const told = await mine(made)
  expect(told).toMatchObject({
    status: 'closed',
    answer: '签到指引贴好了，对不住您',
    guide,
    answerUntil: '2026-12-09',
    mayReopen: true,
    mayRateAgain: true,
  })
  expect(told.story.map(({ title, body }: { title: string; body?: string }) => [title, body])).toEqual([
    ['看过了，马上去查', undefined],
    ['给您打了电话，您说了经过', undefined],
    ['查清楚了，您说的有一部分对', '该改的马上改'],
    ['改好了', '办事指南的办理流程改了：原来写“到大厅取号”，现在写“有预约的扫码签到，不用取号”'],
    ['查的结果', '签到指引贴好了，对不住您'],
    ['这件事办结了', undefined],
  ])
  // what others wrote of it is not for them, nor who did it
  for (const kept of [words, '等了四十分钟', '周小兰', '门口贴了', '取号记录', '监督员'])
    expect(JSON.stringify(told)).not.toContain(kept)
})

describe('calling back', () => {
  const call = (made: Made, outcome: string) => step(supervisor, made, 'callbacks', { outcome })
  test('three half days in vain, then not to be reached; tries within one count once', async () => {
    const made = await aFollowUp(app, 'callback', { owner })
    for (const [time, status] of [
      ['24T09:00', 'callback'],
      ['24T10:00', 'callback'],
      ['24T11:00', 'callback'],
      ['24T15:00', 'callback'],
      ['25T09:00', 'verify'],
    ]) {
      app.setNow(`2026-11-${time}:00+08:00`)
      expect((await call(made, 'no-answer')).status).toBe(status)
    }
    expect(await view(made)).toMatchObject({ called: 'unreachable' })
    expect((await mine(made)).story.at(-1).title).toBe('几次电话都没打通，先按您写的去查')
  })

  test.each([
    ['would-not-say', 'verify'],
    ['reached', 'verify'],
    ['wrong-number', 'callback'],
  ])('%s: %s', async (outcome, status) => {
    const made = await aFollowUp(app, 'callback', { owner })
    expect((await call(made, outcome)).status).toBe(status)
  })

  test('who left no name is not called, and cannot be opened', async () => {
    const made = await aFollowUp(app, 'verify', { owner, anonymous: true })
    expect(await refused(ask(supervisor, made, 'callbacks', { outcome: 'reached' }))).toEqual([
      409,
      'wrong-status',
    ])
    expect(await refused(ask(supervisor, made, 'unmask', { reason: '回访' }))).toEqual([403, 'not-allowed'])
  })

  test('opening who rated takes a reason, is counted, and leaves a row', async () => {
    const made = await aFollowUp(app, 'callback', { owner })
    expect(await refused(ask(supervisor, made, 'unmask', { reason: '' }))).toEqual([400, 'bad-input'])
    const { status, body } = await ask(supervisor, made, 'unmask', { reason: '回访' })
    expect([status, body]).toEqual([200, { name: '刘桂英', phone: '13874740001' }])
    expect((await view(made)).opened).toEqual({ times: 1, lastAt: '2026-11-24T01:00:00.000Z' })
    expect(await itemsOf('audit')).toContainEqual(
      expect.objectContaining({
        object: `follow-up:${made.followUpId}`,
        reason: '回访',
        by: supervisor.personId,
      }),
    )
    for (let n = 1; n < 30; n++) await ask(supervisor, made, 'unmask', { reason: '回访' })
    expect(await refused(ask(supervisor, made, 'unmask', { reason: '回访' }))).toEqual([429, 'unmask-limit'])
  })
})

describe('days', () => {
  test('complex: fifteen, and the person is told', async () => {
    const made = await aPoorRating(app, { owner })
    expect(await step(supervisor, made, 'triage', { class: 'complex' })).toMatchObject({
      complex: true,
      finishBy: { day: '2026-12-15' },
    })
    expect((await mine(made)).story.at(-1)).toMatchObject({ body: '12月15日(周二)前答复您' })
  })

  test('without a legal basis it is explained at once', async () => {
    const made = await aPoorRating(app, { owner })
    expect((await step(supervisor, made, 'triage', { class: 'no-basis' })).status).toBe('report')
  })

  test('five more, once, by the director', async () => {
    const made = await aFollowUp(app, 'verify', { owner })
    await step(supervisor, made, 'extension', { words: '要等县里回话' })
    expect(await taskOf(director, made, 'extension')).toMatchObject({ asked: '要等县里回话' })
    expect((await mine(made)).story.at(-1).title).toBe('给您打了电话，您说了经过')
    expect(await step(director, made, 'extension/decision', { approved: true })).toMatchObject({
      finishBy: { day: '2026-12-08' },
    })
    expect((await mine(made)).story.at(-1)).toMatchObject({ title: '还要多查几天' })
    expect(await taskOf(director, made, 'extension')).toBeUndefined()
    expect(await refused(ask(supervisor, made, 'extension', { words: '再延' }))).toEqual([
      409,
      'wrong-status',
    ])
  })

  test('a director asked for two things of one rating reads both', async () => {
    const made = await aFollowUp(app, 'rectify', { owner, rating: { text: '又让取号' } })
    await step(supervisor, made, 'extension', { words: '等县里' })
    expect(await taskOf(director, made, 'rectify')).toMatchObject({ text: '又让取号', asked: words })
    expect(await taskOf(director, made, 'extension')).toMatchObject({ text: '又让取号', asked: '等县里' })
  })

  test('refused, the day stands', async () => {
    const made = await aFollowUp(app, 'verify', { owner })
    await step(supervisor, made, 'extension', { words: '忙' })
    await step(director, made, 'extension/decision', { approved: false, words: '先办' })
    expect(await view(made)).toMatchObject({ extension: 'refused', finishBy: { day: '2026-12-01' } })
    expect(await refused(ask(director, made, 'extension/decision', { approved: true }))).toEqual([
      409,
      'wrong-status',
    ])
  })
})

describe('two persons', () => {
  test('a rating leaves the rates when supervisor and inspector agree; the record stays', async () => {
    const made = await aPoorRating(app, { owner, rating: { text: '点错了' } })
    expect(await refused(ask(supervisor, made, 'triage', { class: 'mistaken' }))).toEqual([400, 'bad-input'])
    await step(supervisor, made, 'triage', {
      class: 'mistaken',
      exclusionKind: 'mistaken',
      words: '电话里说点错了',
    })
    expect(await taskOf(inspector, made, 'exclusion')).toMatchObject({
      asked: '电话里说点错了',
      text: '点错了',
    })
    expect(await refused(ask(supervisor, made, 'exclusion/decision', { agreed: true }))).toEqual([
      403,
      'not-allowed',
    ])
    await step(inspector, made, 'exclusion/decision', { agreed: true })
    const after = await view(made)
    expect(after).toMatchObject({
      status: 'closed',
      exclusion: 'agreed',
      exclusionKind: 'mistaken',
      text: '点错了',
    })
    const told = await mine(made)
    expect(told.story.at(-1).title).toBe('两个人复核过，这条评价不计入成绩')
    expect(told).toMatchObject({ mayReopen: true, mayRateAgain: false })
  })

  test('refused by the second, it goes on as before', async () => {
    const made = await aFollowUp(app, 'verify', { owner })
    await step(supervisor, made, 'exclusion', { kind: 'malicious', words: '一天评了六次' })
    await step(inspector, made, 'exclusion/decision', { agreed: false, words: '证据不足' })
    expect(await view(made)).toMatchObject({ status: 'verify', exclusion: 'refused' })
    expect(await refused(ask(supervisor, made, 'exclusion', { kind: 'malicious', words: '再提' }))).toEqual([
      409,
      'wrong-status',
    ])
  })

  test('an appeal of the unit is decided by a supervisor who took no step of it', async () => {
    const made = await aFollowUp(app, 'rectify', { owner })
    await step(director, made, 'appeal', { words: '那天停电' })
    const handler = await app.as('supervisor', 'who handled')
    expect(await view(made, handler)).toMatchObject({ mayDecideAppeal: false })
    expect(
      await refused(ask(handler, made, 'appeal/decision', { accepted: true, words: '停电属实' })),
    ).toEqual([409, 'second-person-needed'])
    expect(await taskOf(supervisor, made, 'appeal')).toMatchObject({ asked: '那天停电' })
    await step(supervisor, made, 'appeal/decision', {
      accepted: true,
      kind: 'not-service',
      words: '停电属实',
    })
    expect(await view(made)).toMatchObject({ appeal: 'accepted', exclusion: 'proposed', status: 'rectify' })
    await step(inspector, made, 'exclusion/decision', { agreed: true })
    expect(await view(made)).toMatchObject({ status: 'closed', exclusion: 'agreed' })
    expect(await refused(ask(director, made, 'appeal', { words: '再申诉' }))).toEqual([409, 'wrong-status'])
  })

  test('the unit has three working days from being asked', async () => {
    const made = await aFollowUp(app, 'rectify', { owner })
    app.setNow('2026-11-30T09:00:00+08:00')
    expect(await refused(ask(director, made, 'appeal', { words: '晚了' }))).toEqual([409, 'appeal-too-late'])
    const early = await aFollowUp(app, 'verify', { owner })
    expect(await refused(ask(director, early, 'appeal', { words: '早了' }))).toEqual([409, 'wrong-status'])
  })

  test('R06 two supervisors at once: one decides, the other is told', async () => {
    const made = await aFollowUp(app, 'verify', { owner })
    const other = await app.as('supervisor', '另一个监督员')
    const answers = await Promise.all(
      [supervisor, other].map((who) => ask(who, made, 'verification', { finding: 'untrue', words })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(
      (await view(made)).events.filter(({ deed }: { deed: string }) => deed === 'find-nothing'),
    ).toHaveLength(1)
    const onOldOne = ask(supervisor, made, 'extension', { words: '没看到新进展' })
    expect(await refused(onOldOne)).toEqual([409, 'changed-meanwhile'])
  })
})

describe('handing over to the inspector', () => {
  test('a dossier with its evidence, read with a row, signed for; the loop goes on', async () => {
    const made = await aFollowUp(app, 'verify', { owner })
    expect(await refused(inspector.get(`/oversight/dossiers/${made.followUpId}`))).toEqual([404, 'not-found'])
    const tired = await app.as('supervisor', '没验动态码')
    expect(await refused(ask(tired, made, 'transfer', { words: '收了钱', evidence: ['录音'] }))).toEqual([
      403,
      'step-up-required',
    ])
    await step(supervisor, made, 'transfer', { words: '收了群众两百元', evidence: ['通话记录', '转账截图'] })
    expect(await taskOf(inspector, made, 'dossier')).toMatchObject({ asked: '收了群众两百元' })
    const dossier = (await inspector.get(`/oversight/dossiers/${made.followUpId}`)).body
    expect(dossier.events.at(-1)).toMatchObject({ deed: 'transfer', evidence: ['通话记录', '转账截图'] })
    expect(await itemsOf('audit')).toContainEqual(
      expect.objectContaining({ action: '看移交的卷', by: inspector.personId }),
    )
    const signed = await inspector.post(`/oversight/dossiers/${made.followUpId}/signature`, {
      revision: made.revision,
    })
    expect(signed.body).toMatchObject({ transfer: 'signed', status: 'verify' })
    // what may be a breach of duty is looked into quietly
    expect(JSON.stringify(await mine(made))).not.toMatch(/移交|纪检/)
    const again = await inspector.post(`/oversight/dossiers/${made.followUpId}/signature`, {
      revision: made.revision + 1,
    })
    expect(again.status).toBe(409)
  })
})

describe('the person answers', () => {
  const answer = (made: Made, solved: boolean, more: object = {}, key?: string) =>
    owner.post(`/cases/${made.caseId}/ratings/1/answer`, { solved, ...more }, key)

  test('solved stands; it is asked no more', async () => {
    const made = await aFollowUp(app, 'check', { owner })
    expect((await answer(made, true)).body).toMatchObject({ solved: true, mayReopen: false, status: 'check' })
    expect(await refused(answer(made, false))).toEqual([409, 'wrong-status'])
    made.revision += 1
    await step(supervisor, made, 'check', { passed: true })
    expect(await mine(made)).toMatchObject({ solved: true, status: 'closed' })
  })

  test('not solved opens it again, once, with days of its own', async () => {
    const made = await aFollowUp(app, 'closed', { owner })
    app.setNow('2026-12-02T10:00:00+08:00')
    const { body } = await answer(made, false, { words: '还是让取号' })
    expect(body).toMatchObject({ status: 'verify', finishBy: { day: '2026-12-09' }, mayReopen: false })
    made.revision += 1
    const now = await view(made, await app.as('supervisor', '欧阳静'))
    expect(now).toMatchObject({ reopened: true, status: 'verify' })
    expect(now.closedAt).toBeUndefined()
    expect(now.events.at(-1)).toMatchObject({ deed: 'reopen', words: '还是让取号', by: '群众' })
    const boss = await app.as('supervisor', '欧阳静')
    await step(boss, made, 'verification', { finding: 'unverifiable', words })
    await step(boss, made, 'report', { words: '查过录像，没有' })
    expect(await refused(answer(made, false))).toEqual([409, 'reopened-once'])
    expect((await answer(made, true)).status).toBe(200)
  })

  test('sent again it is one answer; before there is a result there is nothing to answer', async () => {
    const made = await aFollowUp(app, 'closed', { owner })
    const [first, second] = [await answer(made, false, {}, 'once'), await answer(made, false, {}, 'once')]
    expect([first.status, second.status, second.headers.get('idempotent-replayed')]).toEqual([
      200,
      200,
      'true',
    ])
    expect(second.body).toEqual(first.body)
    expect((await view(made)).events.filter(({ deed }: { deed: string }) => deed === 'reopen')).toHaveLength(
      1,
    )
    const early = await aFollowUp(app, 'verify', { owner })
    expect(await refused(answer(early, true))).toEqual([409, 'wrong-status'])
    const both = await aFollowUp(app, 'check', { owner })
    const raced = await Promise.all([answer(both, true), answer(both, false)])
    expect(raced.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('not after fifteen days, and not by anybody else', async () => {
    const made = await aFollowUp(app, 'closed', { owner })
    const other = await app.as('resident', '别人')
    expect((await other.post(`/cases/${made.caseId}/ratings/1/answer`, { solved: true })).status).toBe(404)
    app.setNow('2026-12-10T09:00:00+08:00')
    expect(await refused(answer(made, false))).toEqual([409, 'wrong-status'])
  })

  test('rates once more, beside the first', async () => {
    const made = await aFollowUp(app, 'closed', { owner })
    const rate = (body: object, key?: string) =>
      owner.post(`/cases/${made.caseId}/ratings/1/again`, body, key)
    const good = { level: 'satisfied', tags: ['413'], text: '改了，好多了' }
    expect(await refused(rate({ level: 'dissatisfied' }))).toEqual([400, 'poor-rating-needs-reason'])
    expect(await refused(rate({ level: 'satisfied', tags: ['214'] }))).toEqual([400, 'tag-of-other-level'])
    const given = await rate(good, 'again')
    expect([given.status, given.body.again]).toEqual([201, true])
    expect((await rate(good, 'again')).headers.get('idempotent-replayed')).toBe('true')
    expect(await refused(rate(good))).toEqual([409, 'already-rated'])
    const { ratings } = (await owner.get(`/cases/${made.caseId}/ratings`)).body
    expect(ratings.map(({ level, again }: { level: string; again?: boolean }) => [level, again])).toEqual([
      ['very-dissatisfied', undefined],
      ['satisfied', true],
    ])
    expect(ratings[0].followUp.mayRateAgain).toBe(false)
    expect((await view(made)).again).toMatchObject({ level: 'satisfied', text: '改了，好多了' })
    const early = await aFollowUp(app, 'verify', { owner })
    const soon = owner.post(`/cases/${early.caseId}/ratings/1/again`, good)
    expect(await refused(soon)).toEqual([409, 'not-yet-ratable'])
    const late = await aFollowUp(app, 'closed', { owner })
    app.setNow('2026-12-10T09:00:00+08:00')
    const after = owner.post(`/cases/${late.caseId}/ratings/1/again`, good)
    expect(await refused(after)).toEqual([409, 'rating-window-over'])
  })
})

test('every step is told once, however often its record comes, and no word that anybody wrote', async () => {
  const made = await aFollowUp(app, 'closed', { owner })
  await streams.flow()
  const messages = async () =>
    (await itemsOf('messages')).filter(({ caseId, personId }) => {
      return caseId === made.caseId && personId === owner.personId
    })
  const told = await messages()
  expect(told.map(({ title }) => title).sort()).toEqual(
    [
      '受理了',
      '您的评价有人在查了',
      '您的评价：看过了，马上去查',
      '您的评价：给您打了电话，您说了经过',
      '您的评价：查清楚了，您说的是对的',
      '您的评价：改好了',
      '您的评价查清楚了',
      '您的评价：这件事办结了',
    ].sort(),
  )
  const { tellSteps } = await import('../../../functions/follow-ups/tell-steps')
  expect(await tellSteps(made.followUpId, 0)).toBe(0)
  expect(await messages()).toEqual(told)
  for (const kept of [words, '门口贴了', '签到指引贴好了']) expect(JSON.stringify(told)).not.toContain(kept)
})
