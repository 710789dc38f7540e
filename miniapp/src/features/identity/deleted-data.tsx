import { View } from '@tarojs/components'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { isDay, shortDay } from '@one-window/shared/foundation/time'
import type { deleteMyData } from '@one-window/shared/identity/endpoints'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { go } from '@/gateways/go'

/** A day with its year, or the words as they are. */
const untilWords = (until: string): string => (isDay(until) ? shortDay(until, 0) : until)

/** What is gone and what the law keeps, after an account has ended. */
export function DeletedData({ deleted: { deleted, kept } }: { deleted: OutputOf<typeof deleteMyData> }) {
  return (
    <Page
      title="我的数据"
      head={
        <>
          <View className="t-say">注销好了</View>
          <View className="t-2 c-2 mt-1">以后要办事，随时再来登录，或者直接到大厅。</View>
        </>
      }
      dock={
        <Button kind="main" onPress={go.home}>
          回首页
        </Button>
      }
    >
      <SectionTitle title="删掉了" />
      <Card list>
        {deleted.map((what) => (
          <Cell key={what} icon="check" title={what} />
        ))}
      </Card>
      {kept.length > 0 && (
        <>
          <SectionTitle title="法律规定要留的" />
          <Card list>
            {kept.map(({ what, why, until }) => (
              <Cell key={what} title={what} note={`${why}。保留时间：${untilWords(until)}。`} />
            ))}
          </Card>
        </>
      )}
    </Page>
  )
}
