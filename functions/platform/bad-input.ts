import type { FieldError } from '@one-window/shared/foundation/problems'
import type { core } from 'zod/mini'

const wordsOf = (issue: core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '请填这一项' : '这一项的格式不对'
    case 'invalid_value':
      return `只能是这些之一：${issue.values.map(String).join('、')}`
    case 'too_big':
      return `太长或太大了，最多${String(issue.maximum)}`
    case 'too_small':
      return `太短或太小了，至少${String(issue.minimum)}`
    default:
      return '这一项不对，请检查一下'
  }
}

/** Words for whatever a schema says no to without words of its own. */
export const chineseIssue: core.$ZodErrorMap = (issue) => wordsOf(issue)

/** The fields that were not right, as JSON pointers. */
export const fieldErrors = (issues: readonly core.$ZodIssue[]): FieldError[] =>
  issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''),
    message,
  }))
