import { Text, View } from '@tarojs/components'
import type { Case, CheckedMaterial } from '@one-window/shared/cases/case'
import { listCaseFiles } from '@one-window/shared/cases/endpoints'
import { Fold } from '@/components/fold/fold'
import { MaterialPhotos } from '../files/material-photos'
import { useRelink } from '../files/use-relink'
import { TroubleNotice } from '../foundation/states'
import { useLoad, valueOf } from '../foundation/use-load'

const stateWords: Readonly<Record<CheckedMaterial['state'], string>> = {
  received: '收了',
  missing: '还缺',
  deferred: '以后补',
  'not-needed': '您不用交',
  'not-recorded': '没有登记',
}

/** What was handed in, and what of the list was not; opened, with the photos. */
export function CaseMaterials({ told }: { told: Case }) {
  const received = told.materials.filter(({ state }) => state === 'received')
  return (
    <Fold title="您交的材料" side={`${received.length}样`}>
      <Opened told={told} />
    </Fold>
  )
}

function Opened({ told: { caseId, hallId, serviceId, materials } }: { told: Case }) {
  const loaded = useLoad(listCaseFiles, { caseId }, { fresh: true })
  const relink = useRelink(loaded.reload)
  const files = valueOf(loaded)?.files ?? []
  const photos = (name: string, theirs: typeof files, materialId?: string) =>
    theirs.length > 0 && (
      <MaterialPhotos
        name={name}
        to={{ hallId, serviceId, purpose: 'material', ...(materialId && { materialId }) }}
        files={theirs}
        onStale={relink}
      />
    )
  return (
    <>
      {loaded.state === 'failed' && <TroubleNotice trouble={loaded.trouble} what="照片没打开" />}
      {materials.map(({ materialId, name, state }) => (
        <View key={materialId}>
          <View className="case-material">
            <Text>{name}</Text>
            <Text className={state === 'missing' || state === 'deferred' ? 't-2 c-warn' : 't-2 c-2'}>
              {stateWords[state]}
            </Text>
          </View>
          {photos(
            name,
            files.filter((file) => file.materialId === materialId),
            materialId,
          )}
        </View>
      ))}
      {photos(
        '结果',
        files.filter(({ purpose }) => purpose === 'result'),
      )}
    </>
  )
}
