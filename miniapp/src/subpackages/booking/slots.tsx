import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { listSlots, rescheduleBooking } from '@one-window/shared/booking/endpoints'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { addDays, chinaDay, whenWords, type Day } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Button, LinkWord } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Skel, SkelCard } from '@/components/skeleton/skeleton'
import { readSlotId } from '@/features/booking/slot-words'
import { mondayOf, stripOf, weekNotes, weekWords } from '@/features/booking/week'
import { SlotGrid, WeekHead, WeekStrip } from '@/features/booking/week-strip'
import { StaleLine, TroubleBlank, TroubleNotice } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { myHallId } from '@/features/halls/my-hall'
import { now } from '@/gateways/clock'
import { go, query } from '@/gateways/go'

const WEEKS = 4
const DAYS = 7

/** 选时间: for a new booking, or (with `move`) for one that changes its time. */
export default function Slots() {
  const { serviceId = '', hallId = myHallId(), move } = query()
  const today = chinaDay(now())
  const [week, setWeek] = useState(0)
  const [day, setDay] = useState<Day>()
  const [slotId, setSlotId] = useState<string>()
  const [looking, setLooking] = useState(true)
  const service = useLoad(viewService, { serviceId, hallId })
  const from = addDays(mondayOf(today), week * DAYS)
  const offer = useLoad(listSlots, { hallId, serviceId, from, days: DAYS }, { fresh: true })
  const reschedule = useAction(rescheduleBooking)

  const value = valueOf(offer)
  const current = value?.days[0]?.date === from ? value : undefined
  const strip = current ? stripOf(current.days, current.slots, today) : []
  const firstOpen = strip.find(({ kind }) => kind === 'open')?.date
  const shownDay = day && strip.some(({ date }) => date === day) ? day : firstOpen
  const chosen = slotId ? readSlotId(slotId) : undefined

  // A week that is full or over: the first look goes on to the next one by itself.
  const nothingHere = current !== undefined && firstOpen === undefined
  useEffect(() => {
    if (!looking || !current) return
    if (nothingHere && week < WEEKS - 1) setWeek(week + 1)
    else setLooking(false)
  }, [looking, current, nothingHere, week])

  const turn = (by: number) => {
    setLooking(false)
    setDay(undefined)
    setSlotId(undefined)
    setWeek(week + by)
  }

  const next = async () => {
    if (!slotId) return
    if (!move) return go.confirm({ serviceId, slotId })
    const moved = await reschedule.run({ bookingId: move, slotId })
    if (moved) go.booked(moved.bookingId)
    else {
      setSlotId(undefined)
      offer.reload()
    }
  }

  if (offer.state === 'failed') {
    return (
      <Page title="选时间" middle>
        <TroubleBlank trouble={offer.trouble} onRetry={offer.reload} />
      </Page>
    )
  }

  return (
    <Page
      title={move ? '改时间' : '选时间'}
      above={<StaleLine loaded={offer} reload={offer.reload} />}
      headLow
      head={
        <>
          <View className="head-row">
            <View className="head-main">
              <View className="c-3 t-2">办什么</View>
              <View className="t-b">{valueOf(service)?.plainName ?? '…'}</View>
            </View>
            {!move && <LinkWord onPress={go.guides}>换一项</LinkWord>}
          </View>
          <WeekHead
            words={current ? weekWords(current.days) : '…'}
            onBefore={week > 0 ? () => turn(-1) : undefined}
            onAfter={week < WEEKS - 1 ? () => turn(1) : undefined}
          />
          {current ? (
            <WeekStrip
              strip={strip}
              chosen={shownDay}
              onChoose={(chosenDay) => {
                setDay(chosenDay)
                setSlotId(undefined)
              }}
            />
          ) : (
            <Skel height="72px" />
          )}
        </>
      }
      dock={
        <>
          <TroubleNotice trouble={reschedule.trouble} what="没改成" />
          <View className="dock-row">
            <View className="dock-say">
              <View className="t-2 c-3">{chosen ? '已选' : '先选一个时间'}</View>
              {chosen && <Text className="t-b">{whenWords(chosen.date, chosen.start)}</Text>}
            </View>
            <Button
              id="next"
              kind="main"
              disabled={!chosen}
              busy={reschedule.busy}
              busyWords="正在改…"
              onPress={() => void next()}
            >
              {move ? '改到这个时间' : '下一步'}
            </Button>
          </View>
        </>
      }
    >
      {move && <Notice kind="info">新时间定下来之前，原来的位置一直给您留着。</Notice>}
      {weekNotes(strip).map(({ kind, words }) => (
        <Notice key={words} kind={kind}>
          {words}
        </Notice>
      ))}
      {!current ? (
        <SkelCard lines={4} />
      ) : shownDay ? (
        <Card>
          <SlotGrid slots={current.slots} day={shownDay} chosen={slotId} onChoose={setSlotId} />
        </Card>
      ) : (
        <Blank
          icon="calendar"
          kind="warn"
          say="这一周没有能约的时间"
          more="只能约近几个工作日的。着急的话，直接到大厅现场取号，照样能办。"
          way={week < WEEKS - 1 ? { words: '看下一周', onPress: () => turn(1) } : undefined}
        />
      )}
      <Notice kind="quiet">
        不预约也能办，到大厅现场取号。60岁以上、残疾人、孕妇、带娃的、军人军属，来了优先办。
      </Notice>
    </Page>
  )
}
