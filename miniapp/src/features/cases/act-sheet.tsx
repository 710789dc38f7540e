import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Case } from '@one-window/shared/cases/case'
import { Button } from '@/components/button/button'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { Sheet } from '@/components/sheet/sheet'
import { SwitchRow } from '@/components/switch-row/switch-row'
import { Tick } from '@/components/ticks/ticks'
import { focusField, leaveField, useKeys } from '@/gateways/keys'
import type { Trouble } from '@/gateways/refusal'
import { fieldError, type Sending } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import { useDraft } from '../foundation/use-draft'
import { asked, isReady, startOf, ticked, type ActField, type CaseAct, type Said } from './act'

interface ActSheetProps {
  act: CaseAct
  /** Names the draft: the case, or the person at the window. */
  about: string
  sending: Pick<Sending, 'busy' | 'trouble'>
  onClose: () => void
  /** Does it: on the case that is there, or after it was taken in; true when it is done. */
  onSend: (said: Said) => Promise<boolean>
}

/** Asks what a step needs before it is done; what was written is kept when the sheet is closed. */
export function ActSheet(props: ActSheetProps) {
  return props.act.isPrivate ? <PrivateSheet {...props} /> : <KeptSheet {...props} />
}

function KeptSheet(props: ActSheetProps) {
  const { act, about } = props
  const [said, change, drop] = useDraft<Said>(`act:${act.words}:${about}`, startOf(act))
  const send = async () => {
    const done = await props.onSend(said)
    if (done) drop()
  }
  return <OpenSheet {...props} said={said} onChange={change} onSend={() => void send()} />
}

function PrivateSheet(props: ActSheetProps) {
  const [said, setSaid] = useState<Said>(startOf(props.act))
  return (
    <OpenSheet
      {...props}
      said={said}
      onChange={(more) => setSaid({ ...said, ...more })}
      onSend={() => void props.onSend(said)}
    />
  )
}

interface OpenSheetProps extends Omit<ActSheetProps, 'onSend'> {
  said: Said
  onChange: (more: Said) => void
  onSend: () => void
}

const written: readonly ActField['kind'][] = ['line', 'area', 'number', 'digits']

function OpenSheet({ act, sending, said, onChange, onClose, onSend }: OpenSheetProps) {
  const fields = asked(act, said)
  const ready = isReady(act, said) && !sending.busy
  const first = fields.find(({ kind, optional }) => written.includes(kind) && !optional)
  const firstId = first && idOf(first)
  // the cursor stands where there is something to write; ticks are keys
  const [focus] = useState(fields.some(({ kind }) => kind === 'ticks') ? undefined : firstId)
  useEffect(() => {
    if (focus) focusField(focus)
  }, [focus])
  const ticks = fields.find(({ kind }) => kind === 'ticks')
  useKeys({
    ...(ticks && keysOf(ticks, said[ticks.name], (value) => onChange({ [ticks.name]: value }))),
    Enter: leaveField,
    F2: ready ? onSend : undefined,
    Escape: onClose,
  })
  return (
    <Sheet title={act.words} onClose={onClose}>
      {act.say && <View className="c-2 mt-2">{act.say}</View>}
      <View className="mt-3">
        <TroubleNotice trouble={sending.trouble} what="没办成" />
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={said[field.name] ?? ''}
            trouble={sending.trouble}
            onChange={(value) => onChange({ [field.name]: value })}
          />
        ))}
      </View>
      <View className="mt-4">
        <Button id="act-send" kind="main" busy={sending.busy} disabled={!ready} onPress={onSend}>
          {act.sends ?? act.words}
          <Kbd>F2</Kbd>
        </Button>
      </View>
    </Sheet>
  )
}

/** Ids of a page have no dots. */
const idOf = ({ name }: ActField): string => `act-${name.replace('.', '-')}`

const toggled = (value: string | undefined, id: string): string => {
  const ids = ticked(value)
  return (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]).join(',')
}

const keysOf = (
  { options = [] }: ActField,
  value: string | undefined,
  onChange: (value: string) => void,
): Record<string, () => void> => ({
  '0': () => onChange(options.map(({ value: id }) => id).join(',')),
  ...Object.fromEntries(
    options.slice(0, 9).map(({ value: id }, at) => [String(at + 1), () => onChange(toggled(value, id))]),
  ),
})

interface OneFieldProps {
  field: ActField
  value: string
  trouble: Trouble | undefined
  onChange: (value: string) => void
}

const keyboards = { line: 'text', area: 'area', number: 'code', digits: 'code' } as const

function OneField({ field, value, trouble, onChange }: OneFieldProps) {
  const { name, label, kind, options = [], hint, note, max, pointer = `/${name}` } = field
  const error = fieldError(trouble, pointer)
  switch (kind) {
    case 'choice':
      return (
        <View className="field-box">
          <View className="field-label">{label}</View>
          <Chips label={label}>
            {options.map(({ value: one, words }) => (
              <Chip key={one} on={one === value} onPress={() => onChange(one)}>
                {words}
              </Chip>
            ))}
          </Chips>
        </View>
      )
    case 'ticks':
      return (
        <View className="field-box">
          <View className="field-label">{label}</View>
          {options.map(({ value: id, words }) => (
            <Tick
              key={id}
              tight
              on={ticked(value).includes(id)}
              title={words}
              onPress={() => onChange(toggled(value, id))}
            />
          ))}
          {error && <View className="field-note is-bad">{error}</View>}
        </View>
      )
    case 'switch':
      return (
        <SwitchRow
          on={value === 'yes'}
          title={label}
          note={note}
          onPress={() => onChange(value === 'yes' ? '' : 'yes')}
        />
      )
    default:
      return (
        <Field
          id={idOf(field)}
          kind={keyboards[kind]}
          label={label}
          hint={hint}
          note={note}
          maxLength={max}
          value={value}
          onChange={onChange}
          error={error}
        />
      )
  }
}

/** Runs a step on a case. */
export const runAct = (
  act: CaseAct,
  sending: Sending,
  caseId: string,
  said: Said = startOf(act),
): Promise<Case | undefined> => act.run(sending.send, caseId, said)
