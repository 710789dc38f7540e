import { sendGuides } from '@one-window/shared/catalogue/endpoints'
import { implement } from '../platform/implement'
import { checkReady, ownHall } from './guides'
import { catalogueOf } from './hall-catalogue'
import { moveGuides } from './move-guides'

export default implement(sendGuides, async ({ hallId, guides }, context) => {
  const { caller, now } = context
  ownHall(hallId, caller)
  const catalogue = await catalogueOf(hallId, now)
  const change = (seen: Parameters<typeof checkReady>[0], place: number) => {
    checkReady(seen, catalogue, now, `/guides/${place}`)
    return { returned: undefined }
  }
  return { sent: await moveGuides(hallId, guides, 'send', change, context) }
})
