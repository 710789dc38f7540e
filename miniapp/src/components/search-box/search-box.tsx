import { Input, View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import './search-box.scss'

interface SearchBoxProps {
  value: string
  hint: string
  onChange: (value: string) => void
}

/** A field to search in; answers while a person types. */
export function SearchBox({ value, hint, onChange }: SearchBoxProps) {
  return (
    <View className={value ? 'search has-text' : 'search'} {...{ role: 'search' }}>
      <View className="search-icon">
        <Icon name="search" />
      </View>
      <Input
        id="search"
        className="search-text"
        value={value}
        maxlength={100}
        confirmType="search"
        placeholder={hint}
        placeholderClass="field-hint"
        onInput={(event) => onChange(event.detail.value)}
        {...{ 'aria-label': hint }}
      />
      {value && (
        <Press className="search-clear" label="清空" onPress={() => onChange('')}>
          <Icon name="x" />
        </Press>
      )}
    </View>
  )
}

/** Looks like the box, leads to the page that has it. */
export function SearchLink({ hint, onPress }: { hint: string; onPress: () => void }) {
  return (
    <Press className="search" role="link" onPress={onPress}>
      <View className="search-icon">
        <Icon name="search" />
      </View>
      <View className="search-text">{hint}</View>
    </Press>
  )
}
