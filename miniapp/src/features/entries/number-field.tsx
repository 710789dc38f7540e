import { View } from '@tarojs/components'
import { useState } from 'react'
import { enterNumber } from '@one-window/shared/entries/endpoints'
import { Button, LinkWord } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { focusField, useKeys } from '@/gateways/keys'
import { fieldError, useAction } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'

const MAX = 80

interface NumberFieldProps {
  caseId: string
  /** The number that stands there now; a mistyped one is written over. */
  start?: string
  id: string
  /** The field has the cursor. */
  onEntered: (platformNumber: string) => void
}

/** The number of the city platform, typed as it stands there; Enter keeps it. */
export function NumberField({ caseId, start = '', id, onEntered }: NumberFieldProps) {
  const [text, setText] = useState(start)
  const entering = useAction(enterNumber)
  const save = async () => {
    if (!text.trim()) return
    const told = await entering.run({ caseId, platformNumber: text })
    if (told?.platformNumber) onEntered(told.platformNumber)
  }
  return (
    <View className="number-field">
      <Field
        id={id}
        label="市平台办件编号"
        hint="照平台上的填"
        maxLength={MAX}
        value={text}
        onChange={setText}
        onEnter={() => void save()}
        error={fieldError(entering.trouble, '/platformNumber')}
      />
      <Button kind="soft" small busy={entering.busy} disabled={!text.trim()} onPress={() => void save()}>
        存
      </Button>
      <TroubleNotice
        trouble={fieldError(entering.trouble, '/platformNumber') ? undefined : entering.trouble}
        what="没存上"
      />
    </View>
  )
}

/** The number in the head of a case: to type while it is not there, to correct when it is. */
export function EnteredNumber({
  caseId,
  platformNumber,
  mayEnter,
  onEntered,
}: {
  caseId: string
  platformNumber: string | undefined
  mayEnter: boolean
  onEntered: () => void
}) {
  const [open, setOpen] = useState(false)
  useKeys({
    F6: mayEnter
      ? () => {
          setOpen(true)
          focusField(`number-${caseId}`)
        }
      : undefined,
    Escape: open ? () => setOpen(false) : undefined,
  })
  if (open)
    return (
      <NumberField
        id={`number-${caseId}`}
        caseId={caseId}
        start={platformNumber}
        onEntered={() => {
          setOpen(false)
          onEntered()
        }}
      />
    )
  return (
    <View className="entered t-2 num">
      {platformNumber ? `市平台 ${platformNumber}` : '还没有二次录入'}
      {mayEnter && (
        <LinkWord onPress={() => setOpen(true)}>{platformNumber ? '改编号' : '填平台编号'}</LinkWord>
      )}
    </View>
  )
}
