import { useState } from 'react'
import { materialsFor, type GuideAnswers } from '@one-window/shared/catalogue/guide'
import type { Material, Service } from '@one-window/shared/catalogue/service'
import { store, stored } from '@/gateways/storage'

/** What a person has answered and put ready for one guide; kept on the phone only. */
interface Preparation {
  answers: GuideAnswers
  ready: string[]
  /** How many are still missing, for pages that do not have the guide. */
  left: number
}

const keyOf = (serviceId: string): string => `ready:${serviceId}`

/** How many materials are still missing; undefined when the person has not begun to tick. */
export const materialsLeft = (serviceId: string): number | undefined =>
  stored<Preparation>(keyOf(serviceId))?.left

/** The person's own list of materials, its ticks, and the answers that shorten it. */
export function usePreparation(service: Service) {
  const key = keyOf(service.serviceId)
  const [kept, setKept] = useState(() => {
    const before = stored<Preparation>(key)
    return { answers: before?.answers ?? {}, ready: before?.ready ?? [] }
  })
  const list = materialsFor(service, kept.answers)
  const missing = list.bring.filter(({ materialId }) => !kept.ready.includes(materialId))

  const change = (next: typeof kept) => {
    const { bring } = materialsFor(service, next.answers)
    const left = bring.filter(({ materialId }) => !next.ready.includes(materialId)).length
    store(key, { ...next, left })
    setKept(next)
  }

  return {
    ...list,
    missing,
    answers: kept.answers,
    isReady: ({ materialId }: Material) => kept.ready.includes(materialId),
    toggle: ({ materialId }: Material) =>
      change({
        ...kept,
        ready: kept.ready.includes(materialId)
          ? kept.ready.filter((id) => id !== materialId)
          : [...kept.ready, materialId],
      }),
    answer: (questionId: string, yes: boolean) =>
      change({ ...kept, answers: { ...kept.answers, [questionId]: yes } }),
  }
}
