import {
  followUpOpenedMessage,
  followUpStepMessage,
} from '@one-window/shared/notifications/follow-up-messages'
import { saveMessage } from '../notifications/public'
import { bySystem } from '../platform/audit'
import { listBareEvents } from './event-store'
import { findFollowUps, type KeptFollowUp } from './follow-up-store'

type Told = ReturnType<typeof followUpStepMessage>

/** Tells the person who rated something of their follow-up, once; false when it was told, or there is nobody to tell. */
async function tell(followUp: KeptFollowUp, message: Told, about: string): Promise<boolean> {
  const { ownerId, hallId, caseId, contact } = followUp
  if (!message || ownerId === undefined) return false
  return saveMessage(
    { ...message, about, personId: ownerId, hallId, caseId, contact },
    bySystem('tell-resident', new Date(message.at)),
  )
}

/** Tells all that a follow-up has come to from one of its steps on; answers how much of it was new. */
export async function tellSteps(followUpId: string, from: number): Promise<number> {
  const followUp = (await findFollowUps([followUpId])).get(followUpId)
  if (!followUp) return 0
  let told = 0
  if (from === 0 && (await tell(followUp, followUpOpenedMessage(followUp, followUp.anonymous), followUpId)))
    told += 1
  if (followUp.revision === 0) return told
  for (const event of await listBareEvents(followUpId, from))
    if (await tell(followUp, followUpStepMessage(event, followUp), `${followUpId} ${event.seq}`)) told += 1
  return told
}
