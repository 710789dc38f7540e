import { viewDossier } from '@one-window/shared/follow-ups/endpoints'
import { audited } from '../platform/audit'
import { transact } from '../platform/dynamo'
import { implement } from '../platform/implement'
import { dossierFor } from './dossier-for'
import { onFollowUp } from './follow-up-store'
import { shownWhole } from './show-follow-up'

/** Whoever reads a dossier stands in the audit. */
export default implement(viewDossier, async ({ followUpId }, context) => {
  const found = await dossierFor(followUpId, context)
  await transact([], audited(context, onFollowUp(found)))
  return shownWhole(found, context)
})
