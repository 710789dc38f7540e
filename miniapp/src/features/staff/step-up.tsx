import { View } from '@tarojs/components'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { stepUp } from '@one-window/shared/staff/endpoints'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { Sheet } from '@/components/sheet/sheet'
import { focusField, useKeys } from '@/gateways/keys'
import type { Trouble } from '@/gateways/refusal'
import { fieldError, useAction, type Action } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import { digitsOf, isWhole } from './digits'

const asksAgain = (trouble: Trouble | undefined): boolean =>
  trouble?.kind === 'refused' && trouble.code === 'step-up-required'

interface SteppedUp<Input, Output> extends Action<Input, Output> {
  /** The sheet that asks for the six digits, for the `over` of the page; undefined while nothing is asked. */
  sheet: ReactNode
}

/**
 * An action that may need the second factor fresh: when the service asks for it the six digits are asked for, and the
 * act goes on by itself. `run` answers when it is decided; undefined when the person closes the sheet.
 */
export function useSteppedUp<Input, Output>(action: Action<Input, Output>): SteppedUp<Input, Output> {
  const pending = useRef<{ input: Input; decide: (output: Output | undefined) => void }>()
  const [asking, setAsking] = useState(false)
  const decide = useCallback((output: Output | undefined) => {
    setAsking(false)
    pending.current?.decide(output)
    pending.current = undefined
  }, [])
  const attempt = (input: Input) => {
    void action.run(input).then((output) => {
      if (output !== undefined) decide(output)
    })
  }
  const { trouble } = action
  useEffect(() => {
    if (!trouble || !pending.current) return
    if (asksAgain(trouble)) setAsking(true)
    else decide(undefined)
  }, [trouble, decide])

  return {
    run: (input) =>
      new Promise((resolve) => {
        if (action.busy || pending.current) return resolve(undefined)
        pending.current = { input, decide: resolve }
        attempt(input)
      }),
    busy: action.busy,
    trouble: asksAgain(trouble) ? undefined : trouble,
    calm: action.calm,
    sheet: asking && (
      <StepUpSheet
        onClose={() => {
          decide(undefined)
          action.calm()
        }}
        onDone={() => {
          setAsking(false)
          if (pending.current) attempt(pending.current.input)
        }}
      />
    ),
  }
}

function StepUpSheet({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [totp, setTotp] = useState('')
  const giving = useAction(stepUp)
  useEffect(() => focusField('step-up-code'), [])
  const send = async () => {
    if (!isWhole(totp)) return
    if (await giving.run({ totp })) onDone()
    else setTotp('')
  }
  useKeys({ F2: giving.busy ? undefined : () => void send(), Enter: () => void send(), Escape: onClose })
  return (
    <Sheet title="再输一次动态码" onClose={onClose}>
      <View className="c-2 mt-2 mb-3">这一步要再确认是您本人。输好就接着办，前面填的都在。</View>
      <TroubleNotice trouble={giving.trouble} what="没验上" />
      <Field
        id="step-up-code"
        kind="code"
        label="手机上的6位动态码"
        hint="6位数字"
        value={totp}
        onChange={(text) => setTotp(digitsOf(text))}
        error={fieldError(giving.trouble, '/totp')}
        maxLength={10}
      />
      <View className="mt-4">
        <Button
          id="step-up"
          kind="main"
          busy={giving.busy}
          busyWords="正在验…"
          disabled={!isWhole(totp)}
          onPress={() => void send()}
        >
          验好接着办
          <Kbd>F2</Kbd>
        </Button>
      </View>
    </Sheet>
  )
}
