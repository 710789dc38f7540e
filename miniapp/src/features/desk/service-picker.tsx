import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { handlingWords } from '@one-window/shared/catalogue/guide'
import { Card, Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { SkelRows } from '@/components/skeleton/skeleton'
import { focusField, useKeys } from '@/gateways/keys'
import { useGuides } from '../catalogue/use-guides'
import { TroubleBlank } from '../foundation/states'

const SHOWN = 6

/** Finds the service a person asks for in their own words; Enter takes the first. */
export function ServicePicker({ onPick }: { onPick: (serviceId: string) => void }) {
  const [query, setQuery] = useState('')
  const guides = useGuides(query.trim(), {})
  const found = guides.state === 'ready' ? guides.found.slice(0, SHOWN) : []
  const first = query.trim() ? found[0] : undefined
  useEffect(() => focusField('pick-service'), [])
  useKeys({ Enter: first && (() => onPick(first.service.serviceId)) })
  return (
    <View className="desk-card">
      <View className="desk-card-in">
        <Field
          id="pick-service"
          label="办什么事"
          value={query}
          onChange={setQuery}
          hint="照他说的写：盖房、上户口、低保"
          note={first ? `按回车选“${first.service.plainName}”` : undefined}
        />
      </View>
      {guides.state === 'loading' && <SkelRows rows={4} />}
      {guides.state === 'failed' && <TroubleBlank trouble={guides.trouble} onRetry={guides.reload} />}
      {guides.state === 'ready' && found.length === 0 && (
        <View className="desk-card-in c-2">没找到这件事。换个说法再试，或者写事项的正式名称。</View>
      )}
      <Card list className="is-flat">
        {found.map(({ service }) => (
          <Cell
            key={service.serviceId}
            title={service.plainName}
            note={service.name === service.plainName ? undefined : service.name}
            side={handlingWords(service)}
            onPress={() => onPick(service.serviceId)}
          />
        ))}
      </Card>
    </View>
  )
}
