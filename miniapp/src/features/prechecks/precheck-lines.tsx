import { View } from '@tarojs/components'
import type { Precheck, PrecheckLine } from '@one-window/shared/prechecks/precheck'
import { precheckSettings } from '@one-window/shared/prechecks/settings'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { MaterialPhotos } from '../files/material-photos'

interface PrecheckLinesProps {
  precheck: Precheck
  onPut: (materialId: string, fileIds: string[]) => Promise<boolean>
  onBusy: (materialId: string, busy: boolean) => void
  onStale: () => void
}

/** Nothing is exchanged while the window looks, nor what it has found right. */
const mayChange = ({ status, roundsLeft }: Precheck, { ok }: PrecheckLine): boolean =>
  (status === 'draft' || (status === 'answered' && roundsLeft > 0)) && ok !== true

function AnswerTag({ ok, files }: PrecheckLine) {
  if (ok === undefined || files.length === 0) return null
  return ok ? <Tag kind="done">行</Tag> : <Tag kind="bad">不行</Tag>
}

/** The guide's list with its photos, and what the window said of each. */
export function PrecheckLines({ precheck, onPut, onBusy, onStale }: PrecheckLinesProps) {
  const { lines, hallId, serviceId } = precheck
  const fileCount = lines.reduce((sum, { files }) => sum + files.length, 0)
  const shown = lines.filter((line) => line.files.length > 0 || (!line.isForm && mayChange(precheck, line)))
  const forms = lines.filter(({ isForm, files }) => isForm && files.length === 0)
  return (
    <>
      {shown.map((line) => (
        <Card
          key={line.materialId}
          title={line.name}
          side={<AnswerTag {...line} />}
          className={line.ok === false && line.files.length > 0 ? 'is-refused' : ''}
        >
          <View className="t-2 c-3">
            {line.note}
            {line.necessity === 'conditional' && '，看情况才要'}
          </View>
          {line.reason && <View className="c-bad mt-1">{line.reason}</View>}
          <View className="mt-3">
            <MaterialPhotos
              name={line.name}
              to={{ hallId, purpose: 'material', serviceId, materialId: line.materialId }}
              files={line.files}
              replaces={line.ok === false}
              room={precheckSettings.mostFiles - fileCount + (line.ok === false ? line.files.length : 0)}
              onChange={mayChange(precheck, line) ? (fileIds) => onPut(line.materialId, fileIds) : undefined}
              onBusy={(busy) => onBusy(line.materialId, busy)}
              onStale={onStale}
            />
          </View>
        </Card>
      ))}
      {forms.length > 0 && (
        <View className="page-note t-2 c-2">
          不用拍：{forms.map(({ name }) => `“${name}”`).join('、')}，到窗口领、当场填。
        </View>
      )}
    </>
  )
}
