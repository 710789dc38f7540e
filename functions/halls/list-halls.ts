import { listHalls } from '@one-window/shared/halls/endpoints'
import { halls } from '@one-window/shared/halls/halls'
import { implement } from '../platform/implement'

export default implement(listHalls, async () => ({ halls: [...halls] }))
