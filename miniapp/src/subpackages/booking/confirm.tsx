import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { bookSlot, type NextFree } from '@one-window/shared/booking/endpoints'
import { bookingSettings } from '@one-window/shared/booking/settings'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { whenWords } from '@one-window/shared/foundation/time'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button, LinkWord } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { SkelCard } from '@/components/skeleton/skeleton'
import { readSlotId } from '@/features/booking/slot-words'
import { useVisitor } from '@/features/booking/use-visitor'
import { VisitorForm } from '@/features/booking/visitor-form'
import { MissingMaterials } from '@/features/catalogue/missing-materials'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { SignIn } from '@/features/identity/sign-in'
import { useMessageAsk } from '@/features/notifications/use-message-ask'
import { go, query } from '@/gateways/go'
import { useSession } from '@/gateways/session'
import type { Trouble } from '@/gateways/refusal'

/** The slot that a refusal offers instead. */
const nextFreeOf = (trouble: Trouble | undefined): NextFree | undefined =>
  trouble?.kind === 'refused' ? (trouble.more.nextFree as NextFree | undefined) : undefined

/** 核对一下: when, where, for whom, and what is still missing; then the booking is made. */
export default function Confirm() {
  const { serviceId = '', slotId: asked = '' } = query()
  const [slotId, setSlotId] = useState(asked)
  const chosen = readSlotId(slotId)
  const session = useSession()
  const visitor = useVisitor(session)
  const askMessages = useMessageAsk('booking')
  const [wantsTick, setWantsTick] = useState(false)
  const misses = wantsTick && visitor.said.agreed === false
  const service = useLoad(viewService, { serviceId, hallId: chosen?.hallId })
  const hall = useLoad(viewHall, { hallId: chosen?.hallId ?? '' }, { when: chosen !== undefined })
  const book = useAction(bookSlot)
  const nextFree = nextFreeOf(book.trouble)

  if (!chosen) {
    return (
      <Page title="核对一下" middle>
        <Blank icon="calendar" kind="warn" say="还没有选时间" way={{ words: '去选时间', onPress: go.back }} />
      </Page>
    )
  }

  if (session?.role !== 'resident') {
    return (
      <Page
        title="核对一下"
        head={
          <>
            <View className="t-say">先登录，再接着约</View>
            <View className="t-2 c-2 mt-1">您选的是{whenWords(chosen.date, chosen.start)}</View>
          </>
        }
      >
        <SignIn />
      </Page>
    )
  }

  const submit = async (slot: string) => {
    setWantsTick(true)
    if (visitor.said.agreed === false) return
    askMessages?.()
    const booking = await book.run({ slotId: slot, serviceId, visitor: visitor.said })
    if (!booking) return
    visitor.booked()
    go.booked(booking.bookingId)
  }

  return (
    <Page
      title="核对一下"
      head={
        <>
          <View className="t-say">
            <Text className="keep">{whenWords(chosen.date, chosen.start)}</Text>
            {service.state !== 'loading' && <View>{valueOf(service)?.plainName}</View>}
          </View>
          <View className="head-row is-mid mt-2">
            <View className="head-main t-2 c-2">{valueOf(hall)?.name ?? '政务服务中心'} 综合窗口</View>
            <LinkWord onPress={go.back}>换个时间</LinkWord>
          </View>
        </>
      }
      dock={
        <>
          <TroubleNotice trouble={book.trouble} what="没约上" />
          {misses && <Notice kind="warn">请先问过本人，同意了就在上面勾上。</Notice>}
          {nextFree && (
            <View className="mt-2">
              <Button
                kind="soft"
                busy={book.busy}
                onPress={() => {
                  setSlotId(nextFree.slotId)
                  void submit(nextFree.slotId)
                }}
              >
                改约{whenWords(nextFree.date, nextFree.start)}
              </Button>
            </View>
          )}
          <Button
            id="book"
            kind="main"
            className={book.trouble || misses ? 'mt-2' : ''}
            busy={book.busy}
            busyWords="正在约…"
            onPress={() => void submit(slotId)}
          >
            确认预约
          </Button>
        </>
      }
    >
      <SectionTitle title="给谁办" />
      <VisitorForm visitor={visitor} trouble={book.trouble} />
      <WhenLoaded loaded={service} loading={<SkelCard />}>
        {(guide) => <MissingMaterials service={guide} />}
      </WhenLoaded>
      <View className="t-2 c-2 page-note">
        来不了没关系，提前{bookingSettings.cancelBeforeMinutes / 60}小时取消就行。晚到
        {bookingSettings.graceMinutes}分钟以内照常办。
      </View>
    </Page>
  )
}
