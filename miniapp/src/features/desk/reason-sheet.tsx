import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { Sheet } from '@/components/sheet/sheet'
import { focusField, useKeys } from '@/gateways/keys'
import type { Trouble } from '@/gateways/refusal'
import { fieldError } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import { useDraft } from '../foundation/use-draft'

interface ReasonSheetProps {
  /** Names the draft: what is being refused. */
  about: string
  title: string
  /** What the person it concerns will read. */
  say: string
  label: string
  hint: string
  start?: string
  action: string
  busy: boolean
  trouble: Trouble | undefined
  onClose: () => void
  onSay: (reason: string) => void
}

/** Asks for a reason that goes on paper; what was written is kept when the sheet is closed. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { about, title, say, label, hint, start = '', action, busy, trouble, onClose, onSay } = props
  const [draft, change] = useDraft(`reason:${about}`, { reason: start })
  useEffect(() => focusField('reason'), [])
  const send = () => {
    if (draft.reason.trim()) onSay(draft.reason.trim())
  }
  useKeys({ F2: busy ? undefined : send, Escape: onClose })
  return (
    <Sheet title={title} onClose={onClose}>
      <View className="c-2 mt-2 mb-3">{say}</View>
      <TroubleNotice trouble={trouble} what="没办成" />
      <Field
        id="reason"
        kind="area"
        label={label}
        hint={hint}
        maxLength={200}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={fieldError(trouble, '/reason')}
      />
      <View className="mt-4">
        <Button id="reason-send" kind="main" busy={busy} disabled={!draft.reason.trim()} onPress={send}>
          {action}
          <Kbd>F2</Kbd>
        </Button>
      </View>
    </Sheet>
  )
}
