import { Text, View } from '@tarojs/components'
import { unconfirmedLine } from '@one-window/shared/catalogue/guide'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Day } from '@one-window/shared/foundation/time'
import { Bullets } from '@/components/answers/answers'
import { LinkWord } from '@/components/button/button'
import { Tag } from '@/components/tag/tag'
import { promiseWords } from './due-words'

export interface Fact {
  name: string
  say: string
  more?: string
}

/** A few facts side by side. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View className="facts">
      {facts.map(({ name, say, more }) => (
        <View key={name} className="fact">
          <View className="t-1 c-2">{name}</View>
          <View className="t-b">{say}</View>
          {more && <View className="t-1 c-2">{more}</View>}
        </View>
      ))}
    </View>
  )
}

interface ServiceCardProps {
  service: Service
  today: Day
  onChange?: () => void
  onGuide: () => void
}

/** What is asked for, and what the window promises before it promises it. */
export function ServiceCard({ service, today, onChange, onGuide }: ServiceCardProps) {
  const promise = promiseWords(service, today)
  const doubt = unconfirmedLine(service)
  return (
    <View className="desk-card">
      <View className="desk-card-head">
        <View className="desk-card-name">
          <Text className="t-4 t-b">{service.plainName}</Text>
          <Tag kind="action">{service.handlingType === 'immediate' ? '即办件' : '承诺件'}</Tag>
          <Tag>{service.domain}</Tag>
        </View>
        <View className="desk-card-ways">
          {onChange && <LinkWord onPress={onChange}>换事项</LinkWord>}
          <LinkWord onPress={onGuide}>打指南</LinkWord>
        </View>
      </View>
      {service.name !== service.plainName && <View className="desk-card-line t-2 c-2">{service.name}</View>}
      <Facts
        facts={[
          { name: '今天受理，最晚办好', ...promise },
          { name: '谁来批', say: service.approvalLevel === 'county' ? '县里批' : '乡里批' },
          { name: '办成拿到', say: service.resultName },
          { name: '收费', say: service.feeNote },
        ]}
      />
      {service.conditions.length > 0 && (
        <View className="desk-card-in">
          <View className="t-1 c-2">受理条件，一条条核对</View>
          <View className="t-2 mt-1">
            <Bullets lines={service.conditions} />
          </View>
        </View>
      )}
      {doubt && <View className="desk-card-in t-1 c-2">{doubt}</View>}
    </View>
  )
}
