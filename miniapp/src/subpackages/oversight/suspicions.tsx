import { View } from '@tarojs/components'
import { useState } from 'react'
import { addMonths, chinaDay, monthOf, monthWords } from '@one-window/shared/foundation/time'
import { listSuspicions } from '@one-window/shared/ratings/endpoints'
import { suspicionWords } from '@one-window/shared/ratings/forged'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { SkelRows } from '@/components/skeleton/skeleton'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { OversightPage } from '@/features/oversight/oversight-page'
import { RatingRows } from '@/features/oversight/rating-rows'
import { useMore } from '@/features/foundation/use-more'
import { go } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

type Found = NonNullable<ReturnType<typeof valueOf<{ found: Suspected[] }>>>['found'][number]
interface Suspected {
  rating: Parameters<typeof RatingRows>[0]['ratings'][number]
  why: (keyof typeof suspicionWords)[]
}

/** Praise that looks forged: a list to look into; nothing is taken out by itself. */
export default function SuspicionsPage() {
  return (
    <StaffGate title="疑似刷评" roles={['supervisor', 'inspector']}>
      {(staff) => <Suspicions staff={staff} />}
    </StaffGate>
  )
}

function Suspicions({ staff }: { staff: Staff }) {
  const at = useNow()
  const thisMonth = monthOf(chinaDay(at))
  const [month, setMonth] = useState(thisMonth)
  const asked = { hallId: staff.hallId, month }
  const loaded = useLoad(listSuspicions, asked, { fresh: true })
  const first = valueOf(loaded)
  const more = useMore<Found>(first?.cursor, async (cursor, ask) => {
    const page = await ask(listSuspicions, { ...asked, cursor })
    return { rows: page.found, ...(page.cursor && { cursor: page.cursor }) }
  })
  const found = [...(first?.found ?? []), ...more.rows]
  const why = new Map(found.map((one) => [one.rating.lineId, one.why]))
  useKeys({ Escape: go.mine })
  return (
    <OversightPage
      title="疑似刷评"
      staff={staff}
      on="suspicions"
      at={at}
      count={first && found.length}
      loaded={loaded}
      keys={[['Esc', '返回']]}
    >
      <View className="ov">
        <View className="ov-top">
          <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
            {monthWords(month)}，疑似刷评{found.length}条
          </View>
          <View className="mo-ways">
            <Button kind="line" small onPress={() => setMonth(addMonths(month, -1))}>
              上个月
            </Button>
            <Button
              kind="line"
              small
              disabled={month >= thisMonth}
              onPress={() => setMonth(addMonths(month, 1))}
            >
              下个月
            </Button>
          </View>
        </View>
        <Notice kind="info">
          只是看着像，要人去核实。查实了是刷的，移交纪检；不会自动删，也不会自动不算。
        </Notice>
        <WhenLoaded loaded={loaded} loading={<SkelRows rows={4} notes />}>
          {() =>
            found.length === 0 ? (
              <Blank
                icon="shield"
                kind="done"
                say="没有看着像刷的"
                more="每天夜里看一遍：办完就评的、一个人评很多次的、选得一模一样的、工作人员评的。"
                way={{ words: '再看一次', onPress: loaded.reload }}
              />
            ) : (
              <View className="ov-main">
                <RatingRows
                  ratings={found.map(({ rating }) => rating)}
                  why={({ lineId }) => (why.get(lineId) ?? []).map((each) => suspicionWords[each]).join('；')}
                />
                <TroubleNotice trouble={more.trouble} what="没翻出来" />
                {more.cursor && (
                  <View className="ov-more">
                    <Button kind="line" busy={more.busy} busyWords="正在找…" onPress={more.load}>
                      再看50条
                    </Button>
                  </View>
                )}
              </View>
            )
          }
        </WhenLoaded>
      </View>
    </OversightPage>
  )
}
