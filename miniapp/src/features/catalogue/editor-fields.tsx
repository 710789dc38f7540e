import { View } from '@tarojs/components'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'

interface ChoiceProps<Value extends string> {
  label: string
  words: Readonly<Record<Value, string>>
  chosen: Value | null
  onChoose: (value: Value) => void
  error?: string
}

/** One of a few. */
export function Choice<Value extends string>({ label, words, chosen, onChoose, error }: ChoiceProps<Value>) {
  return (
    <View className="field-box">
      <View className="field-label">{label}</View>
      <Chips label={label}>
        {(Object.keys(words) as Value[]).map((value) => (
          <Chip key={value} on={value === chosen} onPress={() => onChoose(value)}>
            {words[value]}
          </Chip>
        ))}
      </Chips>
      {error && <View className="field-note is-bad">{error}</View>}
    </View>
  )
}

interface DaysProps {
  id: string
  label: string
  value: number | null
  /** What an empty field means. */
  note?: string
  error?: string
  onChange: (days: number | null) => void
}

/** A number of working days; empty is unknown. */
export function DaysField({ id, label, value, note, error, onChange }: DaysProps) {
  return (
    <Field
      id={id}
      label={label}
      kind="code"
      maxLength={3}
      hint="几个工作日"
      value={value === null ? '' : String(value)}
      note={note}
      error={error}
      onChange={(text) => {
        const digits = text.replace(/\D/g, '')
        onChange(digits === '' ? null : Number(digits))
      }}
    />
  )
}

interface LinesProps {
  id: string
  label: string
  lines: readonly string[]
  hint?: string
  error?: string
  onChange: (lines: string[]) => void
}

/** A list of sentences, one a line. An empty line at the end is where the next one is written. */
export function LinesField({ id, label, lines, hint, error, onChange }: LinesProps) {
  return (
    <Field
      id={id}
      label={`${label}，一行一条`}
      kind="area"
      maxLength={2000}
      hint={hint}
      value={lines.join('\n')}
      error={error}
      onChange={(text) => onChange(text.split('\n'))}
    />
  )
}
