/**
 * Consents to WeChat's subscribe messages (一次性订阅消息). Each 允许 is good for one message of that template, and one tap
 * may ask for at most 3 templates (developers.weixin.qq.com, requestSubscribeMessage).
 */
import type { MessageKind } from './message'

/** The taps that ask. */
export type AskedAt = 'booking' | 'acceptance' | 'rating'

/** What each tap asks for, at most 3. */
export const asks: Readonly<Record<AskedAt, readonly MessageKind[]>> = {
  booking: ['booked', 'booking-reminder', 'booking-cancelled-by-hall'],
  acceptance: ['case-accepted', 'case-concluded', 'case-ready'],
  rating: ['follow-up-opened', 'follow-up-moved', 'follow-up-answered'],
}

/** The kinds that are asked for, each with a template of its own. */
export const askedKinds: readonly MessageKind[] = Object.values(asks).flat()

/** What is told by the template of another kind, and with its consent: it has the same fields. */
const toldAs: Readonly<Partial<Record<MessageKind, MessageKind>>> = {
  'booking-moved': 'booked',
  // a case that waits to be fetched leaves the consent of one that does not
  'rating-asked': 'case-concluded',
}

/** The consent that a message uses up. */
export const consentOf = (kind: MessageKind): MessageKind => toldAs[kind] ?? kind
