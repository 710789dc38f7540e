import { View } from '@tarojs/components'
import {
  audienceWords,
  frequencyWords,
  handOverWords,
  levelWords,
  serviceStateWords,
  sourceKindWords,
} from '@one-window/shared/catalogue/item-words'
import { domainNames, itemTypes } from '@one-window/shared/catalogue/item-cells'
import type { Audience, Service } from '@one-window/shared/catalogue/service'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'
import { Fold } from '@/components/fold/fold'
import { SwitchRow } from '@/components/switch-row/switch-row'
import { Choice, LinesField } from './editor-fields'

/** A part of the form. */
export interface PartProps {
  service: Service
  /** What is wrong at a place of the service. */
  error: (pointer: string) => string | undefined
  onChange: (change: Partial<Service>) => void
}

/** What people call it, and who it is for. */
export function WordFields({ service, error, onChange }: PartProps) {
  return (
    <>
      <Field
        id="plain-name"
        label="大家怎么叫它"
        value={service.plainName}
        error={error('/plainName')}
        onChange={(plainName) => onChange({ plainName })}
      />
      <Field
        id="one-line"
        label="一句话：谁能办，办了得什么"
        kind="area"
        maxLength={200}
        value={service.oneLine}
        error={error('/oneLine')}
        onChange={(oneLine) => onChange({ oneLine })}
      />
      <Choice
        label="状态"
        words={serviceStateWords}
        chosen={service.state}
        onChoose={(state) => onChange({ state })}
      />
      <LinesField
        id="conditions"
        label="谁能办"
        lines={service.conditions}
        error={error('/conditions')}
        onChange={(conditions) => onChange({ conditions })}
      />
    </>
  )
}

const flags = [
  ['bookable', '能预约'],
  ['village', '村里能办'],
  ['siteVisit', '要上门或到现场看'],
  ['requiresIntranet', '要二次录入'],
  ['free', '不收费'],
] as const
/** Fields of text that may stay empty: unknown ones are null. */
const texts = [
  ['name', '事项名称（正式的）'],
  ['code', '事项编码'],
  ['businessItem', '业务办理项'],
  ['businessCode', '业务办理项编码'],
  ['parent', '主项'],
  ['responsibleOffice', '责任部门'],
  ['approver', '审批人'],
  ['leader', '分管领导'],
] as const

/** Everything that seldom changes. */
export function MoreFields({ service, error, onChange }: PartProps) {
  const audience = (one: Audience) =>
    service.audience.includes(one)
      ? service.audience.filter((other) => other !== one)
      : [...service.audience, one]
  return (
    <>
      <View className="editor-part">别的</View>
      <Field
        id="fee-note"
        label="收费"
        value={service.feeNote}
        error={error('/feeNote')}
        onChange={(feeNote) => onChange({ feeNote })}
      />
      <Field
        id="result-name"
        label="办好拿什么"
        value={service.resultName}
        error={error('/resultName')}
        onChange={(resultName) => onChange({ resultName })}
      />
      <Choice
        label="怎么拿结果"
        words={handOverWords}
        chosen={service.handOver}
        onChoose={(handOver) => onChange({ handOver })}
      />
      {flags.map(([field, title]) => (
        <SwitchRow
          key={field}
          id={`flag-${field}`}
          on={service[field]}
          title={title}
          onPress={() => onChange({ [field]: !service[field] })}
        />
      ))}
      <LinesField
        id="everyday-words"
        label="找的时候会怎么说"
        lines={service.everydayWords}
        error={error('/everydayWords')}
        onChange={(everydayWords) => onChange({ everydayWords })}
      />
      <Field
        id="remark"
        label="备注（只有工作人员看得到）"
        value={service.remark ?? ''}
        onChange={(remark) => onChange({ remark: remark || undefined })}
      />
      <Fold title="表里的项" side="编码、部门、分类">
        {texts.map(([field, label]) => (
          <Field
            key={field}
            id={`item-${field}`}
            label={label}
            value={service[field] ?? ''}
            error={error(`/${field}`)}
            onChange={(text) => onChange({ [field]: field === 'name' ? text : text || null })}
          />
        ))}
        <Choice
          label="领域"
          words={domainNames}
          chosen={service.domain}
          onChoose={(domain) => onChange({ domain })}
        />
        <Choice
          label="事项类型"
          words={itemTypes}
          chosen={service.itemType}
          onChoose={(itemType) => onChange({ itemType })}
        />
        <View className="field-box">
          <View className="field-label">服务对象</View>
          <Chips label="服务对象">
            {(Object.keys(audienceWords) as Audience[]).map((one) => (
              <Chip
                key={one}
                on={service.audience.includes(one)}
                onPress={() => onChange({ audience: audience(one) })}
              >
                {audienceWords[one]}
              </Chip>
            ))}
          </Chips>
          {error('/audience') && <View className="field-note is-bad">{error('/audience')}</View>}
        </View>
        <Choice
          label="审批层级"
          words={levelWords}
          chosen={service.approvalLevel}
          error={error('/approvalLevel')}
          onChoose={(approvalLevel) => onChange({ approvalLevel })}
        />
        <Choice
          label="办件频次"
          words={frequencyWords}
          chosen={service.frequency}
          onChoose={(frequency) => onChange({ frequency })}
        />
        <Choice
          label="来源"
          words={sourceKindWords}
          chosen={service.sourceKind}
          onChoose={(kind) => onChange({ sourceKind: kind === service.sourceKind ? null : kind })}
        />
        <LinesField
          id="legal-basis"
          label="依据的法规"
          lines={service.legalBasis}
          onChange={(legalBasis) => onChange({ legalBasis })}
        />
      </Fold>
    </>
  )
}
