import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { Sheet } from '@/components/sheet/sheet'
import { focusField, useKeys } from '@/gateways/keys'
import type { Trouble } from '@/gateways/refusal'
import { TroubleNotice } from '../foundation/states'
import { fieldError } from '../foundation/use-action'

interface WordsSheetProps {
  title: string
  say: string
  label: string
  hint: string
  words: string
  onChange: (words: string) => void
  action: string
  /** Another way to decide, on Alt 1. */
  other?: { words: string; onPress: () => void }
  /** Nothing need be written. */
  optional?: boolean
  ready?: boolean
  busy: boolean
  trouble: Trouble | undefined
  onClose: () => void
  onSend: () => void
  /** Fields above the words. */
  children?: ReactNode
}

/** Half a screen for a decision with words; whoever opens it keeps what was written. */
export function WordsSheet(props: WordsSheetProps) {
  const { title, say, label, hint, words, onChange, action, other, optional, ready = true } = props
  const { busy, trouble, onClose, onSend, children } = props
  const may = ready && !busy && (optional || words.trim() !== '')
  useEffect(() => focusField('sheet-words'), [])
  useKeys({
    F2: may ? onSend : undefined,
    'Alt+1': other && !busy ? other.onPress : undefined,
    Escape: onClose,
  })
  return (
    <Sheet title={title} onClose={onClose}>
      <View className="c-2 mt-2 mb-3">{say}</View>
      <TroubleNotice trouble={trouble} what="没办成" />
      {children}
      <Field
        id="sheet-words"
        kind="area"
        label={label}
        hint={hint}
        maxLength={500}
        value={words}
        onChange={onChange}
        error={fieldError(trouble, '/words')}
      />
      <View className="ov-ways mt-4">
        <Button id="sheet-send" kind="main" busy={busy} disabled={!may} onPress={onSend}>
          {action}
          <Kbd>F2</Kbd>
        </Button>
        {other && (
          <Button kind="line" busy={busy} onPress={other.onPress}>
            {other.words}
            <Kbd>Alt 1</Kbd>
          </Button>
        )}
      </View>
    </Sheet>
  )
}
