import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Message } from './message'

/** The caller's messages, newest first; at most 20. */
export const listMessages = endpoint({
  method: 'GET',
  path: '/messages',
  summary: '我的消息',
  allow: { resident: 'own' },
  input: z.object({}),
  output: z.object({ messages: z.array(Message) }),
  refuses: [],
})
