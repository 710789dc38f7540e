import { signDossier } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { dossierFor } from './dossier-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

export default implement(signDossier, async ({ followUpId, revision, words }, context) => {
  const moved = await takeStep(
    await dossierFor(followUpId, context),
    revision,
    ({ transfer }) =>
      transfer === 'sent'
        ? { deed: 'sign-transfer', changes: { transfer: 'signed' }, says: words ? { words } : {} }
        : undefined,
    context,
  )
  return shownWhole(moved, context)
})
