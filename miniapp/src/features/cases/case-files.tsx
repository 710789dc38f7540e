import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Case } from '@one-window/shared/cases/case'
import { attachFiles, listCaseFiles } from '@one-window/shared/cases/endpoints'
import { caseSettings } from '@one-window/shared/cases/settings'
import { fileTrustWords, type FilePurpose, type LinkedFile } from '@one-window/shared/files/file'
import { mayHandIn } from '@one-window/shared/files/may-upload'
import { Chip, Chips } from '@/components/chip/chip'
import { useSession } from '@/gateways/session'
import { MaterialPhotos } from '../files/material-photos'
import { useRelink } from '../files/use-relink'
import { StaleLine, TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'
import { useLoad, valueOf } from '../foundation/use-load'

/** What a file of a case is: a line of its list, or something of the hall's own. */
interface Kind {
  id: string
  name: string
  purpose: FilePurpose
  materialId?: string
}

const hallKinds: readonly Kind[] = [
  { id: 'result', name: '结果文书', purpose: 'result' },
  { id: 'opinion', name: '书面意见', purpose: 'opinion' },
  { id: 'evidence', name: '核查照片', purpose: 'evidence' },
]
const kindsOf = ({ materials }: Case): Kind[] => [
  ...materials
    .filter(({ state }) => state !== 'not-needed')
    .map(({ materialId, name }): Kind => ({ id: materialId, name, purpose: 'material', materialId })),
  ...hallKinds,
]
const isOf =
  ({ purpose, materialId }: Kind) =>
  (file: LinkedFile): boolean =>
    file.purpose === purpose && file.materialId === materialId

/** The photos and papers of a case for those who work on it: by what they are, with a way to add. */
export function CaseFiles({ told, onChanged }: { told: Case; onChanged: () => void }) {
  const { caseId, hallId, serviceId } = told
  const loaded = useLoad(listCaseFiles, { caseId }, { fresh: true })
  const files = valueOf(loaded)?.files ?? []
  const relink = useRelink(loaded.reload)
  const attaching = useAction(attachFiles)
  const session = useSession()
  const [adding, add] = useState<string>()
  const kinds = kindsOf(told)
  const mayAdd = told.actions.some((action) => action === 'attach')
  const addable = kinds.filter(({ purpose }) => mayAdd && session && mayHandIn(session.role, purpose))
  const shown = kinds.filter((kind) => kind.id === adding || files.some(isOf(kind)))
  const attach = async ({ materialId }: Kind, fileIds: string[]): Promise<boolean> => {
    const fresh = fileIds.filter((id) => !files.some(({ fileId }) => fileId === id))
    const done = await attaching.run({ caseId, fileIds: fresh, ...(materialId && { materialId }) })
    if (!done) return false
    loaded.reload()
    onChanged()
    return true
  }
  return (
    <View className="pane-in case-files">
      <StaleLine loaded={loaded} reload={loaded.reload} />
      {loaded.state === 'failed' && <TroubleNotice trouble={loaded.trouble} what="照片没打开" />}
      {shown.map((kind) => {
        const theirs = files.filter(isOf(kind))
        return (
          <View key={kind.id} className="mb-3">
            <View className="t-2 c-2 mb-1">
              {[kind.name, ...theirs.slice(0, 1).map(({ trust }) => fileTrustWords[trust])].join('，')}
            </View>
            <MaterialPhotos
              name={kind.name}
              to={{
                hallId,
                serviceId,
                purpose: kind.purpose,
                ...(kind.materialId && { materialId: kind.materialId }),
              }}
              files={theirs}
              keeps
              room={Math.min(caseSettings.mostFilesAtOnce, caseSettings.mostFiles - files.length)}
              onChange={kind.id === adding ? (ids) => attach(kind, ids) : undefined}
              onStale={relink}
            />
          </View>
        )
      })}
      <TroubleNotice trouble={attaching.trouble} what="没加上" />
      {addable.length > 0 && (
        <>
          <View className="t-2 c-2 mb-1">{shown.length > 0 ? '再加照片：' : '加照片，先选是什么：'}</View>
          <Chips label="加什么的照片">
            {addable.map(({ id, name }) => (
              <Chip key={id} on={id === adding} onPress={() => add(id === adding ? undefined : id)}>
                {name}
              </Chip>
            ))}
          </Chips>
        </>
      )}
    </View>
  )
}
