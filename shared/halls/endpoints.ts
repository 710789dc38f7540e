import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Id } from '../foundation/id'
import { Hall, HallNow } from './hall'

export const listHalls = endpoint({
  method: 'GET',
  path: '/halls',
  summary: '全部大厅',
  allow: 'anyone',
  input: z.object({}),
  output: z.object({ halls: z.array(Hall) }),
  refuses: [],
  publicFor: 300,
})

export const viewHall = endpoint({
  method: 'GET',
  path: '/halls/{hallId}',
  summary: '一个大厅现在的情况',
  allow: 'anyone',
  input: z.object({ hallId: Id }),
  output: HallNow,
  refuses: ['not-found'],
})
