import { listMessages } from '@one-window/shared/notifications/endpoints'
import { implement } from '../platform/implement'
import { listMessagesOf } from './message-store'

export default implement(listMessages, async (_, { caller, now }) => ({
  messages: await listMessagesOf(caller.personId, now),
}))
