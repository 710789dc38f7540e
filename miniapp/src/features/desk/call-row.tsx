import { View } from '@tarojs/components'
import type { Call, CallOutcome } from '@one-window/shared/notifications/call'
import { markCalled } from '@one-window/shared/notifications/endpoints'
import { instantWords } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { Tag } from '@/components/tag/tag'
import { dial } from '@/gateways/phone'
import { TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'
import { unmaskReasons, useUnmask, type Masked } from './use-unmask'

const maskedOf = ({ bookingId, caseId }: Call): Masked | undefined =>
  caseId ? { caseId } : bookingId ? { bookingId } : undefined

interface CallRowProps {
  call: Call
  onCalled: (outcome: CallOutcome) => void
}

/** A person to call: what to tell them, the number once it is opened, and whether they answered. */
export function CallRow({ call, onCalled }: CallRowProps) {
  const { callId, name, at, title, body, tries, lastTriedAt } = call
  const unmasking = useUnmask(maskedOf(call))
  const mark = useAction(markCalled)
  const { whole } = unmasking
  const phone = whole?.phone
  const called = async (outcome: CallOutcome) => {
    if (await mark.run({ callId, outcome })) onCalled(outcome)
  }
  return (
    <View className="desk-card desk-card-in call" {...{ role: 'listitem' }}>
      <View className="call-head">
        <View className="t-4 t-b">{whole?.name ?? name ?? '姓名已删除'}</View>
        {tries > 0 && <Tag kind="warn">{`打过${tries}次没接`}</Tag>}
      </View>
      <View className="t-b mt-1">{title}</View>
      <View>{body}</View>
      <View className="t-2 c-2 mt-1">
        {instantWords(at)}的事{lastTriedAt && `，上次${instantWords(lastTriedAt)}打的`}
      </View>
      <TroubleNotice trouble={unmasking.trouble ?? mark.trouble} what="没办成" />
      {!whole && maskedOf(call) && (
        <View className="mt-3">
          <Button
            kind="main"
            className="call-show"
            busy={unmasking.busy}
            busyWords="正在打开…"
            onPress={() => void unmasking.ask(unmaskReasons.call)}
          >
            看电话号码
          </Button>
        </View>
      )}
      {whole && (
        <>
          {phone ? (
            <Button kind="soft" icon="phone" className="call-number num" onPress={() => dial(phone)}>
              {phone}
            </Button>
          ) : (
            <View className="c-warn mt-2">没有留电话。请托村里带话，办好了点“告诉到了”。</View>
          )}
          <View className="call-ways">
            <Button
              kind="main"
              className="call-reached"
              busy={mark.busy}
              onPress={() => void called('reached')}
            >
              告诉到了
            </Button>
            <Button kind="line" busy={mark.busy} onPress={() => void called('not-reached')}>
              没人接，过会儿再打
            </Button>
          </View>
        </>
      )}
    </View>
  )
}
