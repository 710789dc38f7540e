import { refreshSession } from '@one-window/shared/identity/endpoints'
import { implement } from '../platform/implement'
import { refreshed } from './sessions'

export default implement(refreshSession, ({ refreshToken }, context) =>
  refreshed(refreshToken, { ...context, requestKey: context.request.id }),
)
