import { decideGuides, sendGuides, withdrawGuide } from '@one-window/shared/catalogue/endpoints'
import type { Trouble } from '@/gateways/refusal'
import { useAction } from '../foundation/use-action'

/** A version as it was read. */
export interface Named {
  serviceId: string
  version: number
  revision: number
}

/** What those who keep the guides do with a version; each answers whether it worked. */
export interface GuideActs {
  busy: boolean
  trouble: Trouble | undefined
  calm: () => void
  send: (guides: readonly Named[]) => Promise<boolean>
  agree: (guides: readonly Named[]) => Promise<boolean>
  giveBack: (guide: Named, reason: string) => Promise<boolean>
  withdraw: (serviceId: string, revision: number) => Promise<boolean>
}

/** As many as the service takes at once. */
const AT_A_TIME = 50

/** The acts of a hall; `done` is called after each with words for it. */
export function useGuideActs(hallId: string, done: (words: string) => void): GuideActs {
  const sending = useAction(sendGuides)
  const deciding = useAction(decideGuides)
  const withdrawing = useAction(withdrawGuide)
  const all = [sending, deciding, withdrawing]
  const told = (answer: unknown, words: string): boolean => {
    if (answer !== undefined) done(words)
    return answer !== undefined
  }
  const few = (guides: readonly Named[]) => guides.slice(0, AT_A_TIME)
  return {
    busy: all.some(({ busy }) => busy),
    trouble: all.map(({ trouble }) => trouble).find((trouble) => trouble !== undefined),
    calm: () => all.forEach(({ calm }) => calm()),
    send: async (guides) => {
      const asked = few(guides)
      return told(await sending.run({ hallId, guides: asked }), `送去批准了，${asked.length}份`)
    },
    agree: async (guides) => {
      const asked = few(guides)
      return told(await deciding.run({ hallId, guides: asked, agree: true }), `批准了，${asked.length}份`)
    },
    giveBack: async (guide, reason) =>
      told(await deciding.run({ hallId, guides: [guide], agree: false, reason }), '退回去了'),
    withdraw: async (serviceId, revision) =>
      told(await withdrawing.run({ hallId, serviceId, revision }), '作废了'),
  }
}
