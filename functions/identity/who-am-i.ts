import { whoAmI } from '@one-window/shared/identity/endpoints'
import { implement } from '../platform/implement'

export default implement(whoAmI, async (_, { caller }) => ({ ...caller, hallIds: [...caller.hallIds] }))
