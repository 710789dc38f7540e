import { View } from '@tarojs/components'
import { tripsToHall, unconfirmedLine } from '@one-window/shared/catalogue/guide'
import type { Material, Service } from '@one-window/shared/catalogue/service'
import type { Day } from '@one-window/shared/foundation/time'
import type { Hall } from '@one-window/shared/halls/hall'
import { Paper, PaperRows } from './paper'
import { paperDay } from './paper-words'

const formWords = { original: '原件', copy: '复印件', electronic: '电子件' } as const
const sourceWords = {
  government: '政府部门核发',
  applicant: '申请人自备',
  form: '窗口领表',
  'third-party': '医院、村里等出具',
} as const
const audienceWords = { natural: '个人和家庭', legal: '企业、合作社和单位' } as const

interface GuidePaperProps {
  service: Service
  hall?: Hall
  today: Day
  /** Materials the window did not get today; marked in the table. */
  missing?: readonly string[]
}

/** A guide as a sheet to take home; with what is still missing when it follows a visit. */
export function GuidePaper({ service, hall, today, missing = [] }: GuidePaperProps) {
  const lacks = service.materials.filter(({ materialId }) => missing.includes(materialId))
  const doubt = unconfirmedLine(service)
  const limit =
    service.handlingType === 'immediate' ? '即办件，当场办好' : `承诺${service.promisedDays}个工作日`
  return (
    <Paper>
      <View className="paper-number">{hall?.name ?? ''}</View>
      <View className="paper-title">{lacks.length > 0 ? '还要补的材料' : '办事指南'}</View>
      <View className="paper-sub">
        <View className="paper-big">{service.plainName}</View>
        <View>{service.name}</View>
      </View>
      {lacks.length > 0 && (
        <View className="paper-box">
          <View>
            <View>今天还缺{lacks.length}样，补齐了再来，哪个窗口都行</View>
            {lacks.map(({ materialId, name, note }, at) => (
              <View key={materialId} className="paper-lack">
                {at + 1}. {name}
                {note && `(${note})`}
              </View>
            ))}
          </View>
        </View>
      )}
      <PaperRows
        rows={[
          { name: '事项编码', value: service.code ?? '待县里确认' },
          { name: '办给谁', value: service.audience.map((one) => audienceWords[one]).join('、') },
          { name: '受理条件', value: <Lines lines={service.conditions} /> },
          {
            name: '办理时限',
            value: [
              limit,
              service.statutoryDays === null ? '' : `法定${service.statutoryDays}个工作日`,
              service.limitNote,
            ]
              .filter(Boolean)
              .join('，'),
          },
          { name: '收费', value: [service.feeNote, service.feeDetail].filter(Boolean).join('，') },
          { name: '跑几趟', value: `${tripsToHall(service)}趟` },
          { name: '办成拿到', value: service.resultName },
        ]}
      />
      <MaterialTable materials={service.materials} missing={missing} marked={lacks.length > 0} />
      <PaperRows
        rows={[
          { name: '办理步骤', value: <Lines lines={service.steps.map(stepWords)} /> },
          {
            name: '依据',
            value: <Lines lines={service.legalBasis.length > 0 ? service.legalBasis : ['待县里确认']} />,
          },
          { name: '在哪办', value: hallWords(hall) },
        ]}
      />
      <View className="paper-grow" />
      <View className="paper-foot">
        {doubt && <View>{doubt}</View>}
        <View>{paperDay(today)}打印。内容有变的，以窗口当天说的为准；清单以外的材料，窗口不能要。</View>
      </View>
    </Paper>
  )
}

const stepWords = ({ name, actor, days }: Service['steps'][number]): string =>
  `${name}(${actor}${days > 0 ? `，${days}天` : ''})`

const hallWords = (hall: Hall | undefined): string => {
  if (!hall) return '乡政务服务中心，哪个窗口都行'
  const hours = hall.hours.map(({ opens, closes }) => `${opens}–${closes}`).join('、')
  const open = `工作日${hours}${hall.unconfirmed.includes('hours') ? '(待乡里确认)' : ''}`
  return [hall.name, hall.address ?? '地址待乡里确认', hall.phone ?? '电话待乡里确认', open].join('，')
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, at) => (
        <View key={line}>
          {lines.length > 1 && `${at + 1}. `}
          {line}
        </View>
      ))}
    </>
  )
}

interface MaterialTableProps {
  materials: readonly Material[]
  missing: readonly string[]
  marked: boolean
}

function MaterialTable({ materials, missing, marked }: MaterialTableProps) {
  return (
    <View className="paper-table" {...{ role: 'table', 'aria-label': '材料清单' }}>
      <View className="paper-tr is-head" {...{ role: 'row' }}>
        <View className="paper-td is-wide">要带的材料</View>
        <View className="paper-td">形式</View>
        <View className="paper-td">必要性</View>
        <View className="paper-td is-source">从哪来</View>
        {marked && <View className="paper-td">今天</View>}
      </View>
      {materials.map(({ materialId, name, form, copies, necessity, source, note }, at) => (
        <View key={materialId} className="paper-tr" {...{ role: 'row' }}>
          <View className="paper-td is-wide">
            {at + 1}. {name}
            {note && <View className="paper-note">{note}</View>}
          </View>
          <View className="paper-td">
            {formWords[form]}
            {copies}份
          </View>
          <View className="paper-td">{necessity === 'required' ? '必须' : '看情况'}</View>
          <View className="paper-td is-source">{sourceWords[source]}</View>
          {marked && (
            <View className="paper-td t-b">
              {missing.includes(materialId) ? '还缺' : necessity === 'required' ? '收了' : '—'}
            </View>
          )}
        </View>
      ))}
    </View>
  )
}
