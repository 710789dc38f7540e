import { Input, Text, Textarea, View } from '@tarojs/components'
import { phoneKeyboard } from '@/gateways/platform'
import { Icon } from '../icon/icon'
import './field.scss'

interface FieldProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  /** What to write, inside the empty field. */
  hint?: string
  /** What is wrong and what to do; the field keeps what was typed. */
  error?: string
  /** Quiet words under the field. */
  note?: string
  maxLength?: number
  /** The key that ends a line. */
  onEnter?: () => void
  /** `code`: digits that are typed once. */
  kind?: 'text' | 'phone' | 'code' | 'id-number' | 'area'
}

const keyboards = { text: 'text', phone: phoneKeyboard, code: phoneKeyboard, 'id-number': 'idcard' }

/** A labelled field of text. */
export function Field({
  id,
  label,
  value,
  onChange,
  hint,
  error,
  note,
  maxLength = 100,
  onEnter,
  kind = 'text',
}: FieldProps) {
  const shared = {
    id,
    value,
    maxlength: maxLength,
    placeholder: hint ?? '',
    placeholderClass: 'field-hint',
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    'aria-label': label,
    'aria-invalid': error ? 'true' : undefined,
  }
  const className = `field ${kind === 'area' ? 'is-area' : ''} ${error ? 'is-bad' : ''}`
  return (
    <View className="field-box">
      <View className="field-label">{label}</View>
      {kind === 'area' ? (
        <Textarea className={className} autoHeight disableDefaultPadding {...shared} />
      ) : (
        <Input className={className} type={keyboards[kind] as 'text'} {...shared} onConfirm={onEnter} />
      )}
      {error ? (
        <View className="field-note is-bad" {...{ role: 'alert', 'aria-live': 'polite' }}>
          <Text>
            <Icon name="stop" /> {error}
          </Text>
        </View>
      ) : (
        (note || kind === 'area') && (
          <View className="field-note">
            <Text>{note ?? ''}</Text>
            {kind === 'area' && (
              <Text className="num">
                {value.length}/{maxLength}
              </Text>
            )}
          </View>
        )
      )}
    </View>
  )
}
