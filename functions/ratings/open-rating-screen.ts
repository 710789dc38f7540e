import { openRatingScreen } from '@one-window/shared/ratings/endpoints'
import { implement } from '../platform/implement'
import { openScreen } from './screen-store'

export default implement(openRatingScreen, async (_, { now }) => openScreen(now))
