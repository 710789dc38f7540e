import { View } from '@tarojs/components'
import { handlingTypeWords } from '@one-window/shared/catalogue/item-words'
import { Field } from '@/components/field/field'
import { Choice, DaysField } from './editor-fields'
import type { PartProps } from './guide-fields'

/** How fast, and how fast the law and the province ask. */
export function LimitFields({ service, error, onChange }: PartProps) {
  return (
    <>
      <View className="editor-part">多久办好</View>
      <Choice
        label="办件类型"
        words={handlingTypeWords}
        chosen={service.handlingType}
        error={error('/handlingType')}
        onChoose={(handlingType) =>
          onChange({ handlingType, ...(handlingType === 'immediate' && { promisedDays: 0 }) })
        }
      />
      <View className="editor-days">
        <DaysField
          id="promised-days"
          label="承诺时限"
          value={service.promisedDays}
          error={error('/promisedDays')}
          onChange={(days) => onChange({ promisedDays: days ?? 0 })}
        />
        <DaysField
          id="statutory-days"
          label="法定时限"
          value={service.statutoryDays}
          note="空着：没有规定"
          error={error('/statutoryDays')}
          onChange={(statutoryDays) => onChange({ statutoryDays })}
        />
        <DaysField
          id="province-days"
          label="省平台承诺时限"
          value={service.provincePromisedDays}
          note="空着：还不知道"
          error={error('/provincePromisedDays')}
          onChange={(provincePromisedDays) => onChange({ provincePromisedDays })}
        />
      </View>
      <Choice
        label="省平台办件类型"
        words={handlingTypeWords}
        chosen={service.provinceHandlingType}
        onChoose={(type) =>
          onChange({ provinceHandlingType: type === service.provinceHandlingType ? null : type })
        }
      />
      <Field
        id="limit-note"
        label="时限说明（可以不写）"
        maxLength={200}
        value={service.limitNote ?? ''}
        onChange={(limitNote) => onChange({ limitNote: limitNote || undefined })}
      />
    </>
  )
}
