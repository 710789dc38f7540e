import { Text, View } from '@tarojs/components'
import { materialWords } from '@one-window/shared/catalogue/guide'
import type { Material, Service } from '@one-window/shared/catalogue/service'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Kbd } from '@/components/kbd/kbd'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'
import { useKeys } from '@/gateways/keys'
import { allReceived, countOf, missingOf, toggled, type Marks } from './checklist'

const KEYED_ROWS = 9

interface ChecklistPaneProps {
  service: Service
  marks: Marks
  onChange: (marks: Marks) => void
  quiet?: boolean
}

/** The guide's list with a key for each row: 1–9 tick one, 0 ticks all. */
export function ChecklistPane({ service, marks, onChange, quiet }: ChecklistPaneProps) {
  const { all, there } = countOf(service, marks)
  const complete = missingOf(service, marks).length === 0
  const tickAll = () => onChange(allReceived(service, marks))
  const rows = service.materials.slice(0, KEYED_ROWS)
  useKeys(
    quiet
      ? {}
      : {
          '0': tickAll,
          ...Object.fromEntries(
            rows.map((material, at) => [String(at + 1), () => onChange(toggled(marks, material))]),
          ),
        },
  )
  return (
    <View className="desk-r" {...{ role: 'region', 'aria-label': '材料清单' }}>
      <View className="pane-head">
        <Text className="t-b">材料</Text>
        <Tag kind={complete ? 'done' : ''}>{complete ? `${there}/${all} 收齐` : `${there}/${all}`}</Tag>
        <View className="pane-end">
          <Button kind="line" small id="tick-all" onPress={tickAll}>
            全部收齐
            <Kbd>0</Kbd>
          </Button>
        </View>
      </View>
      <View className="pane-scroll">
        {service.materials.map((material, at) => (
          <MaterialRow
            key={material.materialId}
            material={material}
            number={at < KEYED_ROWS ? String(at + 1) : undefined}
            question={service.questions.find(({ materialId }) => materialId === material.materialId)?.text}
            mark={marks[material.materialId]}
            onPress={() => onChange(toggled(marks, material))}
          />
        ))}
        <View className="pane-note">
          {service.materials.some(({ necessity }) => necessity === 'conditional') && (
            <View>点“全部收齐”时，看情况才要的先记不适用；要收的，再单独勾。</View>
          )}
          <View className="mt-1">清单外的材料不能要。少一样，就一次说全。</View>
        </View>
      </View>
    </View>
  )
}

interface MaterialRowProps {
  material: Material
  number?: string
  question?: string
  mark: Marks[string]
  onPress: () => void
}

function MaterialRow({ material, number, question, mark, onPress }: MaterialRowProps) {
  const on = mark === 'received'
  const conditional = material.necessity === 'conditional'
  return (
    <Press
      className={['mat', on && 'is-on', mark === 'not-needed' && 'is-off'].filter(Boolean).join(' ')}
      role="checkbox"
      on={on}
      onPress={onPress}
    >
      {number && <Kbd>{number}</Kbd>}
      <View className="tick-box">{on && <Icon name="check" />}</View>
      <View className="mat-main">
        <View>{material.name}</View>
        <View className="mat-note">{materialWords(material)}</View>
        {conditional && mark === undefined && question && <View className="mat-note">先问：{question}</View>}
      </View>
      {conditional && <Tag>{mark === 'not-needed' ? '不适用' : '看情况'}</Tag>}
    </Press>
  )
}
