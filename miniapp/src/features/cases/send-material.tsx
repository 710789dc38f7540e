import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Case } from '@one-window/shared/cases/case'
import { supplyMyCase } from '@one-window/shared/cases/endpoints'
import { caseSettings } from '@one-window/shared/cases/settings'
import { viewFile } from '@one-window/shared/files/endpoints'
import type { LinkedFile } from '@one-window/shared/files/file'
import { Button } from '@/components/button/button'
import { call } from '@/gateways/api'
import { MaterialPhotos } from '../files/material-photos'
import { TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'

const linked = async (fileId: string): Promise<LinkedFile> => {
  const { file, link } = await call(viewFile, { fileId })
  return { ...file, ...(link && { url: link.url }) }
}

interface SendMaterialProps {
  told: Pick<Case, 'caseId' | 'hallId' | 'serviceId'>
  material: { materialId: string; name: string }
  onSent: () => void
}

/** One material that was asked for, photographed and sent from the phone: nobody makes a trip for a copy. */
export function SendMaterial({ told, material: { materialId, name }, onSent }: SendMaterialProps) {
  const { caseId, hallId, serviceId } = told
  const [files, setFiles] = useState<readonly LinkedFile[]>([])
  const [busy, setBusy] = useState(false)
  const sending = useAction(supplyMyCase)
  const put = async (fileIds: string[]): Promise<boolean> => {
    try {
      setFiles(
        await Promise.all(fileIds.map((id) => files.find(({ fileId }) => fileId === id) ?? linked(id))),
      )
      return true
    } catch {
      return false
    }
  }
  const send = async () => {
    if (await sending.run({ caseId, materialId, fileIds: files.map(({ fileId }) => fileId) })) onSent()
  }
  return (
    <View className="mt-2">
      <MaterialPhotos
        name={name}
        to={{ hallId, purpose: 'material', serviceId, materialId }}
        files={files}
        room={caseSettings.mostFilesAtOnce - files.length}
        onChange={put}
        onBusy={setBusy}
      />
      <TroubleNotice trouble={sending.trouble} what="没交上" />
      {files.length > 0 && (
        <View className="mt-2">
          <Button
            id={`send-${materialId}`}
            kind="main"
            busy={sending.busy}
            busyWords="正在交…"
            disabled={busy}
            onPress={() => void send()}
          >
            {busy ? '等照片传好…' : `交给窗口(${files.length}张)`}
          </Button>
        </View>
      )}
    </View>
  )
}
