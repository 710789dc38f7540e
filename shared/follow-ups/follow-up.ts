import * as z from 'zod/mini'
import { Day, Instant } from '../foundation/time'
import { plainText } from '../identity/fields'
import { RatingChannel, RatingLevel } from '../ratings/rating'
import { FollowUpAction, FollowUpStatus, SideDeed } from './lifecycle'

/** The four steps the policy names, in order: 回访 → 核实 → 整改 → 反馈. */
export const followUpSteps = [
  { step: 'callback', words: '回访' },
  { step: 'verify', words: '核实' },
  { step: 'rectify', words: '整改' },
  { step: 'report-back', words: '反馈' },
] as const

/** Which list of a hall: what is open, or what is closed. */
export const FollowUpList = z.enum(['open', 'closed'])
export type FollowUpList = z.infer<typeof FollowUpList>

/** 研判: clear and reasonable; complex; without a legal basis; mistaken or malicious (国办发〔2019〕51号). */
export const TriageClass = z.enum(['clear', 'complex', 'no-basis', 'mistaken'])
export type TriageClass = z.infer<typeof TriageClass>

/** How a call went (回访). */
export const CallResult = z.enum(['reached', 'no-answer', 'wrong-number', 'would-not-say'])
export type CallResult = z.infer<typeof CallResult>

/** What the verification found (核实). */
export const Finding = z.enum(['true', 'partly', 'untrue', 'unverifiable'])
export type Finding = z.infer<typeof Finding>

/** Why a rating is not to count (不予采纳). */
export const ExclusionKind = z.enum(['mistaken', 'malicious', 'not-service'])
export type ExclusionKind = z.infer<typeof ExclusionKind>

/** Who rectifies: the hall, or the office that approves. */
export const Rectifier = z.enum(['director', 'approver'])
export type Rectifier = z.infer<typeof Rectifier>

/** Which part of the guide caused it. */
export const GuidePart = z.enum(['materials', 'conditions', 'steps', 'time', 'fee', 'place'])
export type GuidePart = z.infer<typeof GuidePart>

/** What of the guide was changed, shown to the person as it was and as it is. */
export const GuideChange = z.object({
  part: GuidePart,
  before: z.pipe(plainText(200, '原来怎么写'), z.string().check(z.minLength(1, '请写原来怎么写的'))),
  after: z.pipe(plainText(200, '改成怎么写'), z.string().check(z.minLength(1, '请写改成怎么写'))),
})
export type GuideChange = z.infer<typeof GuideChange>

/** A deadline by the working calendar: its day, or the year it waits for. */
const Deadline = z.object({ day: z.optional(Day), pendingYear: z.optional(z.number()) })

/** How a follow-up stands, without any word of a person. */
export const FollowUpState = z.object({
  followUpId: z.string(),
  status: FollowUpStatus,
  openedAt: Instant,
  /** First contact with the person (回访) at the latest. */
  contactBy: Deadline,
  /** Everything finished and reported back at the latest. */
  finishBy: Deadline,
  /** The person asked not to be named; nobody can call back. */
  anonymous: z.boolean(),
  /** Counts the steps: each is taken on the one before. */
  revision: z.number(),
  /** The day the last day is counted from, once it was opened again. */
  finishFrom: z.optional(Day),
  complex: z.optional(z.boolean()),
  triaged: z.optional(TriageClass),
  /** Half days at which nobody answered, `2026-11-24a`. */
  halfDays: z.optional(z.array(z.string())),
  /** How the callback ended: reached, would not say, or not to be reached (联系不上). */
  called: z.optional(z.enum(['reached', 'would-not-say', 'unreachable'])),
  /** Whether the person was satisfied with the callback. */
  callSatisfied: z.optional(z.boolean()),
  finding: z.optional(Finding),
  rectifier: z.optional(Rectifier),
  /** The day the rectifier was asked. */
  rectifyFrom: z.optional(Day),
  extension: z.optional(z.enum(['asked', 'approved', 'refused'])),
  exclusion: z.optional(z.enum(['proposed', 'agreed', 'refused'])),
  exclusionKind: z.optional(ExclusionKind),
  appeal: z.optional(z.enum(['made', 'accepted', 'refused'])),
  transfer: z.optional(z.enum(['sent', 'signed'])),
  reportedAt: z.optional(Instant),
  solved: z.optional(z.boolean()),
  /** It was opened again, which happens once. */
  reopened: z.optional(z.boolean()),
  ratedAgain: z.optional(z.boolean()),
  closedAt: z.optional(Instant),
})
export type FollowUpState = z.infer<typeof FollowUpState>

/** One thing that happened in a follow-up, oldest first. Staff are named by role only. */
export const FollowUpEvent = z.object({
  seq: z.number(),
  deed: z.union([FollowUpAction, SideDeed]),
  at: Instant,
  by: z.string(),
  /** What was chosen: the class, the outcome of a call, the finding, … */
  choice: z.optional(z.string()),
  words: z.optional(z.string()),
  evidence: z.optional(z.array(z.string())),
  /** Who rectifies, as the unit names them, and until when. */
  person: z.optional(z.string()),
  doneOn: z.optional(Day),
  guide: z.optional(GuideChange),
})
export type FollowUpEvent = z.infer<typeof FollowUpEvent>

/** One line of what the person reads of it. */
const ToldLine = z.object({ at: Instant, title: z.string(), body: z.optional(z.string()) })

/** What the person who rated sees of the follow-up. */
export const FollowUpOpened = z.object({
  followUpId: z.string(),
  status: FollowUpStatus,
  openedAt: Instant,
  contactBy: Deadline,
  finishBy: Deadline,
  /** What was done, in plain words, oldest first. */
  story: z.array(ToldLine),
  /** What was found and done, once it was reported back. */
  answer: z.optional(z.string()),
  guide: z.optional(GuideChange),
  solved: z.optional(z.boolean()),
  /** Until when it may be answered whether it is solved; absent when not now. */
  answerUntil: z.optional(Day),
  /** It may be said, once, that it is not solved. */
  mayReopen: z.boolean(),
  /** Another rating may be given, once. */
  mayRateAgain: z.boolean(),
})
export type FollowUpOpened = z.infer<typeof FollowUpOpened>

/** The follow-up task (跟进任务) of a poor rating as the supervisor sees it; never who rated. */
export const FollowUp = z.extend(FollowUpState, {
  hallId: z.string(),
  level: RatingLevel,
  tags: z.array(z.string()),
  text: z.optional(z.string()),
  /** Why what was written is not shown: not checked yet, or found unfit. */
  textHidden: z.optional(z.enum(['pending', 'risky'])),
  serviceId: z.string(),
  serviceName: z.string(),
  contact: z.number(),
  channel: RatingChannel,
})
export type FollowUp = z.infer<typeof FollowUp>

/** What a tag says, held against what the system knows. */
export const CheckedTag = z.object({
  /** Absent for the facts that no tag asked for. */
  tag: z.optional(z.string()),
  said: z.string(),
  verdict: z.enum(['agrees', 'differs', 'unknown']),
  fact: z.string(),
})
export type CheckedTag = z.infer<typeof CheckedTag>

/** A follow-up on one page. */
export const FollowUpWhole = z.extend(FollowUp, {
  events: z.array(FollowUpEvent),
  checks: z.array(CheckedTag),
  /** What was said by rating again (追评). */
  again: z.optional(
    z.object({
      level: RatingLevel,
      ratedAt: Instant,
      tags: z.array(z.string()),
      text: z.optional(z.string()),
    }),
  ),
  /** How often who rated was opened (看联系方式), and when last. */
  opened: z.object({ times: z.number(), lastAt: z.optional(Instant) }),
  /** The caller may decide the appeal: who handled it may not. */
  mayDecideAppeal: z.boolean(),
})
export type FollowUpWhole = z.infer<typeof FollowUpWhole>

/** What waits for somebody else than the supervisor, and why. */
export const TaskKind = z.enum(['reminder', 'rectify', 'extension', 'exclusion', 'appeal', 'dossier'])
export type TaskKind = z.infer<typeof TaskKind>

/** A follow-up as the others of the hall see it: what it is about and by when; no time, no case, nobody. */
export const FollowUpTask = z.object({
  kind: TaskKind,
  /** When it came to them. */
  since: Instant,
  followUpId: z.string(),
  revision: z.number(),
  status: FollowUpStatus,
  level: RatingLevel,
  tags: z.array(z.string()),
  text: z.optional(z.string()),
  serviceId: z.string(),
  serviceName: z.string(),
  openedOn: Day,
  finishBy: Deadline,
  /** What they are asked: why an extension, why it should not count, what the rated side says. */
  asked: z.optional(z.string()),
  exclusionKind: z.optional(ExclusionKind),
  /** The unit may appeal until this day. */
  appealUntil: z.optional(Day),
})
export type FollowUpTask = z.infer<typeof FollowUpTask>
