/** What a follow-up waits for, and until when. */
import { followUpSteps, type FollowUp } from './follow-up'

export interface NextStep {
  step: (typeof followUpSteps)[number]['step']
  /** Its place in the line of steps, from 1. */
  number: number
  words: string
  deadline: FollowUp['contactBy']
}

const stepOf = (number: number, deadline: FollowUp['contactBy']): NextStep => {
  const { step, words } = followUpSteps[number - 1]!
  return { step, number, words, deadline }
}

/** An open follow-up waits for the callback (回访); who asked not to be named cannot be called, so it goes to 核实 at once. */
export const nextStep = ({
  anonymous,
  contactBy,
  finishBy,
}: Pick<FollowUp, 'anonymous' | 'contactBy' | 'finishBy'>): NextStep =>
  anonymous ? stepOf(2, finishBy) : stepOf(1, contactBy)
