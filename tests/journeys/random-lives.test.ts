/**
 * Five hundred random lives of cases over HTTP, each step held against a model that knows nothing of the code; then what
 * must hold whatever was done (I1–I6). fast-check names seed and path of a life that goes wrong, and makes it short.
 * One model of every step: longer than 250 lines.
 */
import fc from 'fast-check'
import { caseLifecycle, type CaseAction } from '@one-window/shared/cases/lifecycle'
import { clockLevel } from '@one-window/shared/cases/deadline'
import { isWorkingDay, publishedCalendar } from '@one-window/shared/foundation/calendar'
import type { Role } from '@one-window/shared/foundation/roles'
import { addDays, chinaDay, instantAt } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import type { KeptCase } from '../../functions/cases/public'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { book, brokenPromises } from '../support/bookings'
import { steps, type ModelCase, type Who } from '../support/case-model'

const LIVES = Number(process.env.LIVES ?? 500)
let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())

/** Services of every kind of route, with the office of each. */
const services = {
  'jianfang-yanshou': 'natural-resources',
  'zhaijidi-jianfang': 'natural-resources',
  'jiuye-kunnan': 'social-services-centre',
  'wubao-rending': 'social-affairs',
  'fangyi-hegezheng': 'social-affairs',
  'shebaoka-jihuo': 'social-affairs',
} as const
type ServiceId = keyof typeof services

/** One step: mostly one that may be done, drawn from those; else any by anybody. */
const stepArb = fc.record({
  isWild: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  drawn: fc.nat(1_000_000),
  /** Hours until then; mostly none. */
  later: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
  ),
})
const lifeArb = fc.record({
  serviceId: fc.constantFrom(...(Object.keys(services) as ServiceId[])),
  booked: fc.boolean(),
  steps: fc.array(stepArb, { minLength: 6, maxLength: 16 }),
})

const everyone: readonly Who[] = ['window', 'office', 'leader', 'director', 'owner']
const everyStep = Object.keys(steps).flatMap((step) => everyone.map((who) => ({ step, who })))
/** What ends a life is drawn less often, so that lives are long. */
const ends = new Set(['withdraw', 'terminate', 'decline', 'inform', 'refuse'])

const copyOf = (paper: ModelCase): ModelCase => ({
  ...paper,
  missing: new Set(paper.missing),
  returned: new Set(paper.returned),
})

/** The step that is taken on a paper as it stands. */
function drawnStep(
  paper: ModelCase,
  isOwned: boolean,
  { isWild, drawn }: { isWild: boolean; drawn: number },
) {
  const legal = everyStep.filter(
    ({ step, who }) => (who !== 'owner' || isOwned) && steps[step]!(copyOf(paper), who) !== undefined,
  )
  const lasting = legal.filter(({ step }) => !ends.has(step))
  const from =
    isWild || legal.length === 0 ? everyStep : drawn % 7 === 0 || lasting.length === 0 ? legal : lasting
  return from[drawn % from.length]!
}

const requestOf = (step: string, caseId: string, who: Who, today: string): [path: string, body: object] => {
  const reason = '写明原因'
  const office = (body: object = {}): [string, object] => [`/approvals/${caseId}/${step}`, body]
  const desk = (body: object = {}): [string, object] => [
    who === 'owner' && step === 'withdraw' ? `/cases/${caseId}/withdraw` : `/desk/cases/${caseId}/${step}`,
    body,
  ]
  switch (step) {
    case 'supplement':
      return desk({ lacks: [{ materialId: 'm1', what: '补一份' }] })
    case 'supply':
      return desk({ materialIds: ['m1'] })
    case 'decline':
    case 'inform':
    case 'withdraw':
      return desk({ reason })
    case 'terminate':
      return desk({ ground: 'by-mistake', reason })
    case 'forward':
      return desk({ note: '补了' })
    case 'county':
      return desk({ outcome: 'granted', decidedOn: today })
    case 'post':
      return desk({ carrier: '邮政', waybill: 'EMS1234567' })
    case 'approve':
    case 'grant':
      return office()
    case 'refuse':
      return office({ reason, basis: '办法第五条' })
    case 'return':
    case 'deny':
      return office({ reason })
    case 'ask-pause':
      return office({ kind: 'testing', workingDays: 2, reason })
    case 'ask-extension':
      return office({ workingDays: 3, reason })
    case 'resume':
      return office({ result: '有了结果' })
    default:
      return desk()
  }
}

/** The day so many working days are reached, counted day by day as one would on paper. */
function byHand(
  acceptedOn: string,
  limit: number,
  pauses: { from: string; to?: string; days: number }[],
): string | undefined {
  const left = pauses.map(({ days }) => days)
  let day = acceptedOn
  for (let counted = 0; counted < limit;) {
    day = addDays(day, 1)
    const works = isWorkingDay(publishedCalendar, day)
    if (works === undefined) return undefined
    if (!works) continue
    const closing = instantAt(day, '17:30').toISOString()
    const at = pauses.findIndex(
      ({ from, to }, place) => from <= closing && (to === undefined || to > closing) && left[place]! > 0,
    )
    if (at >= 0) left[at]! -= 1
    else counted += 1
  }
  return day
}

/** What must hold of a case whatever was done to it: an empty list. */
function brokenIn(kept: KeptCase, today: string): string[] {
  const broken: string[] = []
  // I4: without a gap, in order, each step where the table lets it
  if (kept.events.length !== kept.seq) broken.push('the timeline has a gap')
  let reachable: readonly string[] = ['received']
  kept.events.forEach(({ action, at }, place) => {
    if (place > 0 && at < kept.events[place - 1]!.at) broken.push(`${action} lies before what came earlier`)
    if (action === 'receive') return
    const { from, to } = caseLifecycle[action as CaseAction]
    const before = reachable.filter((status) => (from as readonly string[]).includes(status))
    if (before.length === 0) broken.push(`${action} follows ${reachable.join('|')}`)
    const stays =
      from.every((status) => (to as readonly string[]).includes(status)) && from.length === to.length
    reachable = stays ? before : to
  })
  if (!reachable.includes(kept.status)) broken.push(`${kept.status} is not where the steps lead`)
  // I6: the promised day follows from acceptance, limit, calendar and pauses
  if (kept.acceptedAt) {
    const acceptedOn = chinaDay(new Date(kept.acceptedAt))
    const pauses: { from: string; to?: string; days: number }[] = []
    let extension = 0
    for (const { action, at, facts } of kept.events) {
      if (action === 'pause') pauses.push({ from: at, days: facts!.workingDays! })
      if (action === 'resume') pauses.at(-1)!.to = at
      if (action === 'extend') extension += facts!.workingDays!
    }
    const due = byHand(acceptedOn, kept.promisedDays + extension, pauses)
    if (kept.promisedDay !== due) broken.push(`promised ${kept.promisedDay}, by hand ${due}`)
    // I5: exactly one level, and none without a breach
    let used = 0
    while ((byHand(acceptedOn, used + 1, pauses) ?? '9999') <= today) used += 1
    const level = clockLevel(used, kept.promisedDays + extension, undefined)
    if ((level === 'yellow') !== (due !== undefined && due < today && used > kept.promisedDays + extension))
      broken.push(`${level} with ${used} of ${kept.promisedDays + extension} days used`)
  }
  return broken
}

test(`${LIVES} lives: every step is done or refused as the model says, and every promise holds`, async () => {
  const { readCase } = await import('../../functions/cases/public')
  const { caseRouteOf } = await import('@one-window/shared/cases/route')
  const { findService } = await import('../../functions/catalogue/public')
  let now = new Date('2026-11-24T09:00:00+08:00')
  const begun = now
  app.setNow(begun.toISOString())
  const staff: Record<string, Promise<Person>> = {}
  let lived = 0
  const tally = { done: 0, refused: 0 }

  await fc.assert(
    fc.asyncProperty(lifeArb, async ({ serviceId, booked, steps: taken }) => {
      lived += 1
      if (now !== begun) app.setNow((now = begun).toISOString())
      const { hallId } = halls[lived % halls.length]!
      const as = (role: Role, officeId?: string): Promise<Person> => {
        const key = `${role} ${hallId} ${officeId ?? ''}`
        return (staff[key] ??= app.as(role, key, hallId, officeId ? { officeId } : {}))
      }
      const people: Readonly<Record<Who, Person>> = {
        window: await as('window-staff'),
        office: await as('approver', services[serviceId]),
        leader: await as('leader'),
        director: await as('director'),
        owner: await app.as('resident', `群众 ${lived}`),
      }
      const slotId = `${hallId}.2026112${4 + (lived % 3)}.${['1400', '1430', '1500', '1530', '1600'][lived % 5]}`
      const booking = booked ? await book(people.owner, slotId) : undefined
      if (booking && booking.status !== 201) expect(booking.body.code).toBe('slot-full')
      const received = await people.window.post('/desk/cases', {
        serviceId,
        applicant: { name: `群众${lived}` },
        ...(booking?.status === 201 && { bookingId: booking.body.bookingId }),
      })
      expect(received.status).toBe(201)
      const { caseId } = received.body
      const isOwned = booking?.status === 201
      const route = caseRouteOf(findService(serviceId)!)
      let paper: ModelCase = {
        status: 'received',
        route: route.steps.map(({ kind }) => kind),
        decidedAt: route.decidedAt,
        comesBack: route.comesBack,
        at: 0,
        events: 1,
        missing: new Set(),
        asked: undefined,
        extended: false,
        returned: new Set(),
        outcome: undefined,
        acceptedBy: undefined,
      }
      for (const { later, ...how } of taken) {
        const { step, who } = drawnStep(paper, isOwned, how)
        if (later > 0) {
          now = new Date(now.getTime() + later * 3_600_000)
          app.setNow(now.toISOString())
        }
        const next = copyOf(paper)
        const expected = who === 'owner' && !isOwned ? undefined : steps[step]!(next, who)
        const [path, body] = requestOf(step, caseId, who, chinaDay(now))
        const answer = await people[who].post(path, body)
        const kept = (await readCase(caseId))!
        if (expected === undefined) {
          tally.refused += 1
          expect([step, who, answer.status >= 400 && answer.status < 500]).toEqual([step, who, true])
          // I3: what was refused left no trace
          expect([step, kept.seq, kept.status]).toEqual([step, paper.events, paper.status])
          continue
        }
        tally.done += 1
        paper = { ...next, status: expected, events: paper.events + 1 }
        expect([step, who, answer.status, answer.body.code]).toEqual([step, who, 200, undefined])
        // I3: what was done is there
        expect([step, kept.status, kept.seq, kept.outcome]).toEqual([
          step,
          paper.status,
          paper.events,
          paper.outcome,
        ])
      }
      expect(brokenIn((await readCase(caseId))!, chinaDay(now))).toEqual([])
    }),
    { numRuns: LIVES, endOnFailure: false },
  )
  // I1, I2: places and people of the bookings among them
  expect(await brokenPromises(begun)).toEqual([])
  expect(lived).toBeGreaterThanOrEqual(LIVES)
  expect(tally.done).toBeGreaterThan(LIVES * 2)
  expect(tally.refused).toBeGreaterThan(LIVES)
  process.stderr.write(`${lived} lives, ${tally.done} steps done, ${tally.refused} refused\n`)
}, 600_000)
