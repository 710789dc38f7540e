import { instantWords } from '@one-window/shared/foundation/time'
import type { Message } from '@one-window/shared/notifications/message'
import { Card, Cell } from '@/components/card/card'
import { go } from '@/gateways/go'

const wayOf = ({ bookingId, caseId, precheckId, ratingCode, contact }: Message): (() => void) | undefined => {
  if (ratingCode) return () => go.ratingCode(ratingCode, 'message')
  if (caseId && contact) return () => go.followUp(caseId, contact)
  if (bookingId) return () => go.booking(bookingId)
  if (caseId) return () => go.case(caseId)
  if (precheckId) return () => go.precheck({ precheckId })
  return undefined
}

/** What the hall tells a person, newest first. */
export function MessageRows({ messages }: { messages: readonly Message[] }) {
  return (
    <Card list>
      {messages.map((message) => (
        <Cell
          key={message.messageId}
          icon="bell"
          title={message.title}
          note={`${message.body} ${instantWords(message.at)}`}
          onPress={wayOf(message)}
        />
      ))}
    </Card>
  )
}
