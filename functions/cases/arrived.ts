import type { CheckedMaterial } from '@one-window/shared/cases/case'
import { idErrors, withState } from '@one-window/shared/cases/materials'
import { Problem } from '../platform/problem'
import type { Move } from './move'
import type { KeptCase } from './kept-case'

/** Materials that came later, brought or sent; refuses what was not waited for. */
export function arrived(
  { materials }: KeptCase,
  materialIds: readonly string[],
  waited: readonly CheckedMaterial['state'][],
  sent: boolean,
): Pick<Move, 'materials' | 'facts'> {
  const errors = idErrors(materials, materialIds, '/materialIds', waited)
  if (errors.length > 0) throw new Problem('bad-input', { errors })
  const names = materials.filter((one) => materialIds.includes(one.materialId)).map(({ name }) => name)
  return {
    materials: withState(materials, materialIds, 'received'),
    facts: { materials: names, ...(sent ? { byPhone: true } : { came: true }) },
  }
}
