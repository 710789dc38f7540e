/**
 * Consents to WeChat's subscribe messages (一次性订阅消息). Each 允许 is good for one message of that template, and one tap
 * may ask for at most 3 templates (developers.weixin.qq.com, requestSubscribeMessage).
 */
import type { MessageKind } from './message'

/** The taps that ask. */
export type AskedAt = 'booking' | 'acceptance' | 'rating' | 'precheck'

/** What each tap asks for, at most 3. */
export const asks: Readonly<Record<AskedAt, readonly MessageKind[]>> = {
  booking: ['booked', 'booking-reminder', 'booking-cancelled-by-hall'],
  acceptance: ['case-accepted', 'case-concluded', 'case-ready'],
  rating: ['follow-up-opened', 'follow-up-moved', 'follow-up-answered'],
  precheck: ['precheck-answered'],
}

/** The kinds that are asked for, each with a template of its own. */
export const askedKinds: readonly MessageKind[] = Object.values(asks).flat()

const sharedTemplates: Readonly<Partial<Record<MessageKind, MessageKind>>> = {
  'booking-moved': 'booked',
  'case-supplement': 'case-ready',
  'case-paused': 'case-concluded',
  'case-posted': 'case-ready',
  // a case that waits to be fetched leaves the consent of one that does not
  'rating-asked': 'case-concluded',
}

/**
 * The consent that a message uses up: a booking at another time is told by the template of a booking; what a case asks
 * for or sends, by that of its result, for one tap asks for three templates at most.
 */
export const consentOf = (kind: MessageKind): MessageKind => sharedTemplates[kind] ?? kind
