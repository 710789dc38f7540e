import { PEOPLE } from '@one-window/shared/audit/deed'
import { halls } from '@one-window/shared/halls/halls'

/** Every chain there is: one of each hall, and that of what belongs to no hall. */
export const chainIds: readonly string[] = [...halls.map(({ hallId }) => hallId), PEOPLE]
