/** One message on its way by WeChat: claimed, sent, receipted. */
import { consentOf } from '@one-window/shared/notifications/subscriptions'
import { isTooLate, nextTry, TRY_MS } from '@one-window/shared/notifications/delivery'
import { isImportant } from '@one-window/shared/notifications/message'
import { findAccount } from '../identity/public'
import { bySystem } from '../platform/audit'
import { config } from '../platform/config'
import { wechat } from '../platform/wechat'
import { callWrite } from './call-store'
import { findMessage, type KeptMessage, type MessageKey } from './message-store'
import { claimMessage, postpone, settleMessage, type LastReceipt } from './receipt-store'
import { hasConsent, spendConsent } from './subscription-store'

/**
 * Tells a message by WeChat, at most one try at a time however many workers are asked. A try that was broken off is
 * never made again: nobody knows whether it arrived, and one message comes once. Whom an important one did not reach,
 * the desk calls.
 */
export async function tellByWechat(key: MessageKey, now: Date): Promise<void> {
  const message = await findMessage(key)
  if (!message || !isUnderWay(message, now)) return
  const { delivery, kind } = message
  const settle = settling(key, message, now)
  if (delivery === 'sending') return settle('failed', message)
  if (isTooLate(message, now)) return settle(delivery === undefined ? 'in-app' : 'failed', message)

  const way = await wayTo(message)
  if (!way) return settle('in-app', message)
  const claim = await claimMessage(message, key, new Date(now.getTime() + TRY_MS).toISOString())
  if (!claim) return
  const held = { delivery: 'sending', attempts: claim.attempts } as const
  if (!message.consented && !(await spendConsent(key.personId, consentOf(kind))))
    return settle('in-app', held)
  const outcome = await wechat().sendSubscribeMessage({
    ...way,
    page: pageOf(message),
    data: dataOf(message),
  })
  if (outcome === 'failed') {
    const at = nextTry(claim.attempts, now)
    if (at !== undefined) return void (await postpone(claim, at, true, now))
  }
  if (outcome === 'refused') await spendConsent(key.personId, consentOf(kind), { all: true })
  return settle(outcome === 'sent' || outcome === 'refused' ? outcome : 'failed', held)
}

/** True for a message that nobody has tried yet, that waits for its next try, or whose try was broken off. */
const isUnderWay = ({ delivery, nextAt = '' }: KeptMessage, now: Date): boolean =>
  delivery === undefined ||
  ((delivery === 'waiting' || delivery === 'sending') && nextAt <= now.toISOString())

/** How WeChat reaches the person with this; undefined when it may not, or cannot. */
async function wayTo({
  personId,
  kind,
  consented,
}: Pick<KeptMessage, 'personId' | 'kind' | 'consented'>): Promise<
  { openid: string; templateId: string } | undefined
> {
  const templateId = config().wechat?.templates[consentOf(kind)]
  if (!templateId || !(consented || (await hasConsent(personId, consentOf(kind))))) return undefined
  const openid = (await findAccount(personId))?.openid
  return openid ? { openid, templateId } : undefined
}

/** True when a message of this kind would reach the person by WeChat now. */
export const reachesByWechat = async (personId: string, kind: KeptMessage['kind']): Promise<boolean> =>
  (await wayTo({ personId, kind })) !== undefined

/** What a tap on the message opens. */
const pageOf = ({ bookingId, caseId, precheckId, ratingCode, contact }: KeptMessage): string =>
  ratingCode
    ? `subpackages/rating/rate?code=${ratingCode}&from=message`
    : precheckId
      ? `subpackages/precheck/index?precheckId=${precheckId}`
      : caseId && contact
        ? `subpackages/rating/follow-up?caseId=${caseId}&contact=${contact}`
        : caseId
          ? `subpackages/cases/case?caseId=${caseId}`
          : bookingId
            ? `subpackages/booking/done?bookingId=${bookingId}`
            : 'pages/mine/index'

const dataOf = ({ fields }: KeptMessage): Record<string, { value: string }> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))

const settling =
  (key: MessageKey, message: KeptMessage, now: Date) =>
  async (receipt: LastReceipt, stood: Pick<KeptMessage, 'delivery' | 'attempts'>): Promise<void> => {
    const { hallId, kind } = message
    const toCall = receipt !== 'sent' && hallId && isImportant(kind) ? callWrite(hallId, message) : undefined
    const beside = toCall && {
      write: toCall.write,
      by: bySystem('tell-by-wechat', now),
      object: `call:${toCall.callId}`,
      hallId: hallId!,
    }
    await settleMessage(key, receipt, now, stood, beside)
  }
