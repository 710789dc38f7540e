import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { Sheet } from '@/components/sheet/sheet'
import { useKeys } from '@/gateways/keys'
import { TroubleNotice } from '../foundation/states'
import { unmaskReasons, type Unmasking } from './use-unmask'

interface UnmaskButtonProps {
  unmasking: Unmasking
  /** The key that opens the reasons; absent where another action has it. */
  keyed?: boolean
}

/** 看全: asks why, then shows the whole name and numbers on this screen. Nothing to press once they are shown. */
export function UnmaskButton({ unmasking, keyed }: UnmaskButtonProps) {
  const [asking, setAsking] = useState(false)
  useKeys({ F9: keyed && !unmasking.whole ? () => setAsking(true) : undefined })
  if (unmasking.whole) return null
  return (
    <>
      <Button kind="line" small id="unmask" label="看全姓名和号码" onPress={() => setAsking(true)}>
        看全
        {keyed && <Kbd>F9</Kbd>}
      </Button>
      {asking && <UnmaskSheet unmasking={unmasking} onClose={() => setAsking(false)} />}
    </>
  )
}

function UnmaskSheet({ unmasking, onClose }: { unmasking: Unmasking; onClose: () => void }) {
  const [other, setOther] = useState<string>()
  const { busy, trouble, calm } = unmasking
  const close = () => {
    calm()
    onClose()
  }
  const ask = (reason: string) => void unmasking.ask(reason)
  const reasons = Object.values(unmaskReasons)
  useKeys({
    Escape: close,
    ...(other === undefined &&
      Object.fromEntries(reasons.map((reason, at) => [String(at + 1), () => ask(reason)]))),
    F2: other?.trim() ? () => ask(other.trim()) : undefined,
  })
  return (
    <Sheet title="为什么要看全？" onClose={close}>
      <View className="c-2 mt-2 mb-3">谁、什么时候、为什么看的，都会记下来。只在这一页显示。</View>
      <TroubleNotice trouble={trouble} what="没打开" />
      {other === undefined ? (
        <View className="why">
          {reasons.map((reason, at) => (
            <Button key={reason} kind="soft" busy={busy} busyWords={reason} onPress={() => ask(reason)}>
              {reason}
              <Kbd>{String(at + 1)}</Kbd>
            </Button>
          ))}
          <Button kind="line" onPress={() => setOther('')}>
            其他
          </Button>
        </View>
      ) : (
        <>
          <Field
            id="unmask-why"
            label="写一句为什么"
            hint="比如：送补正通知书上门"
            maxLength={100}
            value={other}
            onChange={setOther}
          />
          <View className="mt-3">
            <Button
              id="unmask-send"
              kind="main"
              busy={busy}
              busyWords="正在打开…"
              disabled={!other.trim()}
              onPress={() => ask(other.trim())}
            >
              看全
              <Kbd>F2</Kbd>
            </Button>
          </View>
        </>
      )}
    </Sheet>
  )
}
