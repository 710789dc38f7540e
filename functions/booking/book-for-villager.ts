import { bookForVillager } from '@one-window/shared/booking/endpoints'
import { derivedId } from '../platform/crypto'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { takenPlace, wanted } from './new-booking'

/** The villager has no account: who they are to the limits follows from hall, name and phone, and leads nowhere. */
export default implement(bookForVillager, async (input, context) => {
  const { caller, now } = context
  const { visitor } = input
  const slot = await wanted(input, now)
  const { hallId, stations } = slot.hall
  const atStation = stations.find(({ stationId }) => caller.stationIds.includes(stationId))
  if (!caller.hallIds.includes(hallId) && !atStation) throw new Problem('not-found')
  const forWhom = {
    personId: `v_${derivedId('villager', hallId, visitor.name, visitor.phone ?? '')}`,
    visitor: { ...visitor, relation: 'villager' as const },
    agreedAt: now.toISOString(),
    ...(atStation && !caller.hallIds.includes(hallId) && { stationId: atStation.stationId }),
  }
  return takenPlace(slot, forWhom, context, () => Promise.resolve('none'))
})
