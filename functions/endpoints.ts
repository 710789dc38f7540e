/** Every endpoint of the product, by capability. */
import catalogue from './catalogue'
import identity from './identity'
import notifications from './notifications'
import type { Implementation } from './platform/implement'

export const endpoints: readonly Implementation[] = [...catalogue, ...identity, ...notifications]
