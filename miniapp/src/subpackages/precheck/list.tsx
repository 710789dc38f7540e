import { View } from '@tarojs/components'
import { listMyPrechecks } from '@one-window/shared/prechecks/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Page } from '@/components/page/page'
import { SkelRows } from '@/components/skeleton/skeleton'
import { StaleLine, TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { ResidentGate } from '@/features/identity/resident-gate'
import { PrecheckRow } from '@/features/prechecks/precheck-row'
import { useMore } from '@/features/foundation/use-more'
import { go } from '@/gateways/go'

/** 我的预审: newest first. */
export default function PrecheckList() {
  return <ResidentGate title="我的预审">{() => <Rows />}</ResidentGate>
}

function Rows() {
  const loaded = useLoad(listMyPrechecks, {}, { fresh: true })
  const more = useMore(valueOf(loaded)?.cursor, async (cursor, ask) => {
    const page = await ask(listMyPrechecks, { cursor })
    return { rows: page.prechecks, cursor: page.cursor }
  })
  return (
    <Page
      title="我的预审"
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      head={
        <>
          <View className="t-say">先拍照让窗口看过的</View>
          <View className="t-2 c-2 mt-1">从办事指南里开始拍。</View>
        </>
      }
    >
      <WhenLoaded loaded={loaded} loading={<SkelRows rows={3} notes />}>
        {({ prechecks }) =>
          prechecks.length === 0 ? (
            <Blank
              icon="camera"
              say="还没有拍过"
              more="找到要办的事，点“先拍照让窗口看看”，行不行，来之前就知道。"
              way={{ words: '找要办的事', onPress: go.guides }}
            />
          ) : (
            <>
              <Card list>
                {[...prechecks, ...more.rows].map((told) => (
                  <PrecheckRow key={told.precheckId} told={told} />
                ))}
              </Card>
              <TroubleNotice trouble={more.trouble} what="没打开" />
              {more.cursor && (
                <View className="page-note">
                  <Button kind="line" busy={more.busy} busyWords="正在找…" onPress={more.load}>
                    看更早的
                  </Button>
                </View>
              )}
            </>
          )
        }
      </WhenLoaded>
    </Page>
  )
}
