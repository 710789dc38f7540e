import { countSubscriptions, viewSubscriptions } from '@one-window/shared/notifications/endpoints'
import type { AskedAt } from '@one-window/shared/notifications/subscriptions'
import { call } from '@/gateways/api'
import { subscribe } from '@/gateways/subscribe'
import { useLoad, valueOf } from '../foundation/use-load'

const KEPT_HOURS = 1

/**
 * Asks, from a tap, whether WeChat may tell the person what comes; each 允许 is good for one message. It holds nothing
 * up: what was tapped goes on whatever the person says. Undefined where nothing can be asked.
 */
export function useMessageAsk(at: AskedAt): (() => void) | undefined {
  const loaded = useLoad(viewSubscriptions, {}, { when: subscribe !== undefined, keptForHours: KEPT_HOURS })
  const offered = valueOf(loaded)
  if (!subscribe || !offered?.features.wechat) return undefined
  const wanted = offered.templates.filter(({ kind }) => offered.asks[at].includes(kind))
  if (wanted.length === 0) return undefined
  const ask = subscribe
  return () => {
    ask(wanted.map(({ templateId }) => templateId))
      .then((allowed) => {
        const kinds = (are: boolean) =>
          wanted.filter(({ templateId }) => allowed.includes(templateId) === are).map(({ kind }) => kind)
        return call(countSubscriptions, { accepted: kinds(true), refused: kinds(false) })
      })
      .catch(() => undefined)
  }
}
