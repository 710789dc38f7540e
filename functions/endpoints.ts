/** Every endpoint of the product, by capability. */
import identity from './identity'
import type { Implementation } from './platform/implement'

export const endpoints: readonly Implementation[] = [...identity]
