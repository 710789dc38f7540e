import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { FollowUpWhole } from '@one-window/shared/follow-ups/follow-up'
import { unmaskRater } from '@one-window/shared/follow-ups/endpoints'
import { instantWords } from '@one-window/shared/foundation/time'
import type { Unmasked } from '@one-window/shared/identity/unmask'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Kbd } from '@/components/kbd/kbd'
import { Sheet } from '@/components/sheet/sheet'
import { useKeys } from '@/gateways/keys'
import { TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'

const reasons = ['回访', '核实', '反馈结果'] as const

/** Who rated stays hidden until somebody says why they must know; each look is counted. */
export function RaterLine({ followUp, onOpened }: { followUp: FollowUpWhole; onOpened: () => void }) {
  const [asking, setAsking] = useState(false)
  const [whole, setWhole] = useState<Unmasked>()
  const unmask = useAction(unmaskRater)
  const { anonymous, opened, followUpId } = followUp
  const look = async (reason: string) => {
    const shown = await unmask.run({ followUpId, reason })
    if (!shown) return
    setWhole(shown)
    setAsking(false)
    onOpened()
  }
  if (anonymous)
    return (
      <View className="ov-rater t-2 c-2">
        <Icon name="shield" /> 没留名字，谁都查不到是谁评的。
      </View>
    )
  return (
    <View className="ov-rater">
      <View className="ov-rater-say t-2">
        <Icon name="shield" />{' '}
        {whole ? `${whole.name}，${whole.phone ?? '没有留电话'}` : '评价人已隐藏，被评的窗口看不到。'}
        <View className="c-2">
          {opened.times > 0
            ? `看过${opened.times}次，最近${opened.lastAt ? instantWords(opened.lastAt) : ''}`
            : '还没有人看过；看一次记一次'}
        </View>
      </View>
      {!whole && (
        <Button id="unmask-rater" kind="line" small onPress={() => setAsking(true)}>
          看联系方式
        </Button>
      )}
      {asking && (
        <ReasonSheet
          busy={unmask.busy}
          trouble={<TroubleNotice trouble={unmask.trouble} what="没打开" />}
          onClose={() => setAsking(false)}
          onPick={(reason) => void look(reason)}
        />
      )}
    </View>
  )
}

interface ReasonSheetProps {
  busy: boolean
  trouble: ReactNode
  onClose: () => void
  onPick: (reason: string) => void
}

function ReasonSheet({ busy, trouble, onClose, onPick }: ReasonSheetProps) {
  useKeys({
    Escape: onClose,
    ...Object.fromEntries(reasons.map((reason, at) => [String(at + 1), () => onPick(reason)])),
  })
  return (
    <Sheet title="为什么要看评价人？" onClose={onClose}>
      <View className="c-2 mt-2 mb-3">谁、什么时候、为什么看的，都会记下来。只在这一页显示。</View>
      {trouble}
      <View className="ov-ways">
        {reasons.map((reason, at) => (
          <Button
            key={reason}
            id={`why-${at + 1}`}
            kind="soft"
            busy={busy}
            busyWords={reason}
            onPress={() => onPick(reason)}
          >
            {reason}
            <Kbd>{String(at + 1)}</Kbd>
          </Button>
        ))}
      </View>
    </Sheet>
  )
}
