/** A step of a case as a form: what is asked before it is done, and what is sent. */
import type { Case } from '@one-window/shared/cases/case'
import type { CaseAction } from '@one-window/shared/cases/lifecycle'
import type { Sending } from '../foundation/use-action'

/** What was written so far, by field; ticks are ids joined by commas, a switch is `yes` or empty. */
export type Said = Readonly<Record<string, string>>

/** One thing to write, choose or tick. */
export interface ActField {
  name: string
  label: string
  kind: 'line' | 'area' | 'number' | 'digits' | 'choice' | 'ticks' | 'switch'
  options?: readonly { value: string; words: string; note?: string }[]
  hint?: string
  note?: string
  max?: number
  /** What stands there at first. */
  start?: string
  optional?: true
  /** Asked only when what was said before wants it. */
  when?: (said: Said) => boolean
  /** Where the service says what is wrong with it; `/name` unless said. */
  pointer?: string
}

/** A step that may be done now. */
export interface CaseAct {
  /** Which step of the life it is: it shows only while the case's `actions` have it. */
  action: CaseAction
  /** On the button. */
  words: string
  /** What is asked; nothing asked, nothing opened. */
  fields: readonly ActField[]
  /** Over the fields; who reads what is written. */
  say?: string
  /** On the button that sends, when it says more than `words`. */
  sends?: string
  /** At least one of the fields, none of which must be filled in by itself. */
  needsOne?: true
  /** Names a person or carries a code: not kept on this machine. */
  isPrivate?: true
  run: (send: Sending['send'], caseId: string, said: Said) => Promise<Case | undefined>
}

/** Why, in words that somebody else reads. */
export const reasonField = (label: string, hint: string, max = 200): ActField => ({
  name: 'reason',
  label,
  kind: 'area',
  hint,
  max,
})

/** Names, one after another, by any mark between them. */
export const namesIn = (text: string | undefined): string[] =>
  (text ?? '').split(/[\s、，,；;]+/).filter(Boolean)

/** What was written, or nothing. */
export const given = (text: string | undefined): string | undefined => text?.trim() || undefined

/** The ids that were ticked. */
export const ticked = (text: string | undefined): string[] => (text ? text.split(',') : [])

/** What a form starts with. */
export const startOf = ({ fields }: Pick<CaseAct, 'fields'>): Said =>
  Object.fromEntries(fields.map(({ name, start = '' }) => [name, start]))

/** The fields that are asked, as far as is said. */
export const asked = ({ fields }: Pick<CaseAct, 'fields'>, said: Said): ActField[] =>
  fields.filter(({ when }) => when === undefined || when(said))

/** True when nothing that must be said is missing. */
export const isReady = (act: Pick<CaseAct, 'fields' | 'needsOne'>, said: Said): boolean => {
  const isSaid = ({ name }: ActField): boolean => given(said[name]) !== undefined
  const fields = asked(act, said)
  return (
    fields.every((field) => field.optional || field.kind === 'switch' || isSaid(field)) &&
    (!act.needsOne || fields.some(isSaid))
  )
}
