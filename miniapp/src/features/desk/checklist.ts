import type { Material, Service } from '@one-window/shared/catalogue/service'
import type { SaidMaterial } from '@one-window/shared/cases/endpoints'

/** What the clerk found of each material so far; absent: not looked at yet. */
export type Marks = Readonly<Record<string, 'received' | 'not-needed' | undefined>>

/** One more press: received or not; a conditional material goes between received and 不适用. */
export const toggled = (marks: Marks, { materialId, necessity }: Material): Marks => {
  const on = marks[materialId] === 'received'
  return {
    ...marks,
    [materialId]: on ? (necessity === 'conditional' ? 'not-needed' : undefined) : 'received',
  }
}

/** Everything there: the required received; a conditional one that nobody asked for is 不适用 and stays in sight. */
export const allReceived = (service: Service, marks: Marks): Marks =>
  Object.fromEntries(
    service.materials.map(({ materialId, necessity }) => [
      materialId,
      necessity === 'required' ? 'received' : (marks[materialId] ?? 'not-needed'),
    ]),
  )

/** The required materials that are not there. */
export const missingOf = (service: Service, marks: Marks): Material[] =>
  service.materials.filter(
    ({ materialId, necessity }) => necessity === 'required' && marks[materialId] !== 'received',
  )

/** How many rows count, and how many of them are there. */
export const countOf = (service: Service, marks: Marks): { all: number; there: number } => {
  const counting = service.materials.filter(
    ({ materialId, necessity }) => necessity === 'required' || marks[materialId] === 'received',
  )
  return {
    all: counting.length,
    there: counting.filter(({ materialId }) => marks[materialId] === 'received').length,
  }
}

/** What the desk says of the materials; a conditional one nobody looked at stays unsaid. */
export const saidOf = (service: Service, marks: Marks): SaidMaterial[] =>
  service.materials.flatMap(({ materialId, necessity }): SaidMaterial[] => {
    const state = marks[materialId] ?? (necessity === 'required' ? 'missing' : undefined)
    return state ? [{ materialId, state }] : []
  })
