import { View } from '@tarojs/components'
import { useState } from 'react'
import { askOnScreen } from '@one-window/shared/ratings/endpoints'
import { chinaClock } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { TroubleNotice } from '../foundation/states'
import { fieldError, useAction } from '../foundation/use-action'
import { usePlace } from '../foundation/use-place'

/** Asks the person at the window to rate on the second screen; the desk sees that it asks, never what is answered. */
export function AskOnScreen({ caseId, personId }: { caseId: string; personId: string }) {
  const [screenId, setScreenId] = usePlace('rating screen', personId, '')
  const [until, setUntil] = useState<string>()
  const ask = useAction(askOnScreen)
  const isWhole = /^\d{6}$/.test(screenId)
  const send = async () => {
    const asked = await ask.run({ caseId, screenId })
    if (asked) setUntil(asked.until)
  }
  return (
    <View className="ask-screen">
      <Field
        id="screen-number"
        kind="code"
        label="第二屏的屏幕号"
        hint="6位数字"
        maxLength={6}
        value={screenId}
        onChange={(next) => setScreenId(next.replace(/\D/g, ''))}
        error={fieldError(ask.trouble, '/screenId')}
        note={
          until ? `${chinaClock(new Date(until))}前，群众可以在第二屏评价` : '评不评由群众，您看不到评的什么'
        }
      />
      <TroubleNotice trouble={ask.trouble} what="没显示出来" />
      <Button
        id="ask-screen"
        kind="line"
        small
        disabled={!isWhole}
        busy={ask.busy}
        onPress={() => void send()}
      >
        请群众在第二屏评价
      </Button>
    </View>
  )
}
