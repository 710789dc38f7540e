import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Id } from '../foundation/id'
import { Role } from '../foundation/roles'

const Session = z.object({
  role: Role,
  /** Opaque; the same person signing in again has the same. */
  personId: z.string(),
  hallIds: z.array(z.string()),
})

/** Signs in as anyone, on local runs only. The same `person` text is the same person. */
export const signInLocally = endpoint({
  method: 'POST',
  path: '/local/sign-in',
  summary: '本机登录(只在本机运行时有)',
  allow: 'anyone',
  input: z.object({
    role: Role,
    person: z.string().check(z.minLength(1, '请填是谁'), z.maxLength(100, '太长了')),
    hallId: z.optional(Id),
  }),
  output: z.extend(Session, { token: z.string() }),
  refuses: ['not-found'],
  changesNothing: true,
  localOnly: true,
})

/** Who the token says is calling. */
export const whoAmI = endpoint({
  method: 'GET',
  path: '/me',
  summary: '我是谁',
  allow: {
    resident: 'own',
    'window-staff': 'own',
    director: 'own',
    approver: 'own',
    leader: 'own',
    supervisor: 'own',
    inspector: 'own',
    admin: 'own',
  },
  input: z.object({}),
  output: Session,
  refuses: [],
})
