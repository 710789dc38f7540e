/** What the desk says of the materials, held against the guide's checklist (材料清单). */
import type { Material, Service } from '../catalogue/service'
import type { FieldError } from '../foundation/problems'
import type { CheckedMaterial } from './case'
import type { SaidMaterial } from './endpoints'

type Said = 'received' | 'missing' | 'not-needed'

const stateOf = (said: SaidMaterial): Said => {
  if (typeof said === 'string') return 'received'
  if (said.state !== undefined) return said.state
  return said.received === false ? 'missing' : 'received'
}

const isAbout = (said: SaidMaterial, material: Material): boolean => {
  if (typeof said === 'string') return [material.materialId, material.name].includes(said.trim())
  return said.materialId !== undefined
    ? said.materialId === material.materialId
    : said.name?.trim() === material.name
}

/**
 * The guide's checklist, line by line, as the desk found it; what was not mentioned is `not-recorded`. Only materials
 * of the guide may be asked for (行政许可法 art. 31), so anything else is an error, as is a line said twice.
 */
export function matchMaterials(
  service: Pick<Service, 'materials'>,
  said: readonly SaidMaterial[],
): { materials: CheckedMaterial[]; errors: FieldError[] } {
  const found = new Map<string, Said>()
  const errors: FieldError[] = []
  said.forEach((one, place) => {
    const wrong = (message: string) => errors.push({ pointer: `/materials/${place}`, message })
    const material = service.materials.find((line) => isAbout(one, line))
    if (!material) return wrong('办事指南里没有这样材料，请照清单选')
    if (found.has(material.materialId)) return wrong('这样材料写了两次，请留一个')
    const state = stateOf(one)
    if (state === 'not-needed' && material.necessity === 'required')
      return wrong('这样材料人人都要交，不能写不需要')
    found.set(material.materialId, state)
  })
  const materials = service.materials.map(({ materialId, name, necessity, form, copies }) => ({
    materialId,
    name,
    necessity,
    form,
    copies,
    state: found.get(materialId) ?? ('not-recorded' as const),
  }))
  return { materials, errors }
}

/** The materials everybody must bring that the desk marked missing; while there is one the case is not accepted. */
export const missingRequired = (materials: readonly CheckedMaterial[]): CheckedMaterial[] =>
  materials.filter(({ necessity, state }) => necessity === 'required' && state === 'missing')

/** The materials with the state of some of them changed. */
export const withState = (
  materials: readonly CheckedMaterial[],
  materialIds: readonly string[],
  state: CheckedMaterial['state'],
): CheckedMaterial[] =>
  materials.map((material) => (materialIds.includes(material.materialId) ? { ...material, state } : material))

/** Errors of ids that are not in a case's list, or stand in another state than these. */
export const idErrors = (
  materials: readonly CheckedMaterial[],
  materialIds: readonly string[],
  pointer: string,
  states: readonly CheckedMaterial['state'][],
): FieldError[] =>
  materialIds.flatMap((materialId, place) => {
    const material = materials.find((line) => line.materialId === materialId)
    if (!material) return [{ pointer: `${pointer}/${place}`, message: '清单里没有这样材料，清单外的不能要' }]
    return states.includes(material.state)
      ? []
      : [{ pointer: `${pointer}/${place}`, message: `${material.name}已经收了或不用交，请去掉` }]
  })

/** True when some material everybody must bring may follow later (容缺) by the guide's published list. */
export const mayDefer = (
  { materials }: Pick<Service, 'materials'>,
  materialIds: readonly string[],
): boolean =>
  materialIds.every((id) =>
    materials.some(({ materialId, deferrable }) => materialId === id && deferrable === true),
  )
