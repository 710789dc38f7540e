import { viewSubscriptions } from '@one-window/shared/notifications/endpoints'
import type { MessageKind } from '@one-window/shared/notifications/message'
import { askedKinds, asks } from '@one-window/shared/notifications/subscriptions'
import { config } from '../platform/config'
import { implement } from '../platform/implement'

export default implement(viewSubscriptions, async () => {
  const { wechat } = config()
  const templates = askedKinds.flatMap((kind) => {
    const templateId = wechat?.templates[kind]
    return templateId ? [{ kind, templateId }] : []
  })
  const known = (kinds: readonly MessageKind[]): MessageKind[] =>
    kinds.filter((kind) => templates.some((each) => each.kind === kind))
  return {
    features: { wechat: wechat !== undefined },
    templates,
    asks: {
      booking: known(asks.booking),
      acceptance: known(asks.acceptance),
      rating: known(asks.rating),
      precheck: known(asks.precheck),
    },
  }
})
