/** What a follow-up waits for, and until when. */
import { runningDeadline } from './deadlines'
import { followUpSteps, type FollowUp } from './follow-up'
import type { FollowUpStatus } from './lifecycle'

export interface NextStep {
  step: (typeof followUpSteps)[number]['step']
  /** Its place in the line of steps, from 1. */
  number: number
  words: string
  deadline: FollowUp['contactBy']
}

const places: Readonly<Record<FollowUpStatus, number>> = {
  triage: 1,
  callback: 1,
  verify: 2,
  rectify: 3,
  report: 4,
  check: 4,
  closed: 4,
}

/** A follow-up waits for one of the four steps; who asked not to be named cannot be called, so it goes to 核实 at once. */
export const nextStep = (
  followUp: Pick<FollowUp, 'status' | 'anonymous' | 'contactBy' | 'finishBy'>,
): NextStep => {
  const number = followUp.anonymous && followUp.status === 'triage' ? 2 : places[followUp.status]
  const { step, words } = followUpSteps[number - 1]!
  return { step, number, words, deadline: runningDeadline(followUp) }
}
