import { enterNumber } from '@one-window/shared/entries/endpoints'
import { showCase } from '../cases/public'
import { implement } from '../platform/implement'
import { enter } from './enter'

export default implement(enterNumber, async ({ caseId, platformNumber }, context) =>
  showCase(context.caller, await enter(caseId, platformNumber, context)),
)
