import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { Call, CallOutcome } from './call'
import { Message, MessageKind } from './message'

/** The caller's messages, newest first; at most 20. */
export const listMessages = endpoint({
  method: 'GET',
  path: '/messages',
  summary: '我的消息',
  allow: matrix.ownThings,
  input: z.object({}),
  output: z.object({ messages: z.array(Message) }),
  refuses: [],
})

const Kinds = z.array(MessageKind)

/** Which subscribe messages may be asked for, and at which tap; nothing to ask where WeChat is not connected. */
export const viewSubscriptions = endpoint({
  method: 'GET',
  path: '/subscriptions',
  summary: '能订阅哪些微信消息',
  allow: 'anyone',
  input: z.object({}),
  output: z.object({
    features: z.object({ wechat: z.boolean() }),
    templates: z.array(z.object({ kind: MessageKind, templateId: z.string() })),
    /** What one tap asks for, at most 3; only kinds that have a template. */
    asks: z.object({ booking: Kinds, acceptance: Kinds, rating: Kinds, precheck: Kinds }),
  }),
  refuses: [],
  publicFor: 300,
})

const Said = z._default(Kinds.check(z.maxLength(3, '一次最多3种消息')), [])

/** Counts what the person allowed at one tap: each 允许 is good for one message. Answers what is left, by kind. */
export const countSubscriptions = endpoint({
  method: 'POST',
  path: '/me/subscriptions',
  summary: '记下允许的微信消息',
  allow: matrix.ownThings,
  input: z.object({ accepted: Said, refused: Said }),
  output: z.object({ left: z.partialRecord(MessageKind, z.number()) }),
  refuses: [],
})

/** Whom the desk calls because no message reached them, oldest first; pages of 50. Names masked. */
export const listCalls = endpoint({
  method: 'GET',
  path: '/desk/calls',
  summary: '要打电话告诉的人',
  allow: matrix.desk,
  input: z.object({ hallId: Id, cursor: z.optional(Cursor) }),
  output: z.object({ calls: z.array(Call), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** Somebody was called. Reached, they leave the list; not reached, they stand last in it. */
export const markCalled = endpoint({
  method: 'POST',
  path: '/desk/calls/{callId}/done',
  summary: '打过电话了',
  allow: matrix.desk,
  input: z.object({ callId: Id, outcome: CallOutcome, note: z.optional(plainText(100, '备注')) }),
  output: z.object({ callId: z.string(), outcome: CallOutcome, tries: z.number() }),
  refuses: ['not-found', 'wrong-status'],
})
