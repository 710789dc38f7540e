import { View } from '@tarojs/components'
import { useState } from 'react'
import { cancelBooking, viewBooking } from '@one-window/shared/booking/endpoints'
import type { Booking } from '@one-window/shared/booking/booking'
import { bookingStatusWords } from '@one-window/shared/booking/lifecycle'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Button, ButtonRow } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Qr } from '@/components/qr/qr'
import { Sheet } from '@/components/sheet/sheet'
import { SkelHead, SkelRows } from '@/components/skeleton/skeleton'
import { bookedFor, mayDo } from '@/features/booking/slot-words'
import { materialsLeft } from '@/features/catalogue/use-preparation'
import { StaleLine, TroubleBlank, TroubleNotice } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { CallCell } from '@/features/halls/call-cell'
import { go, query } from '@/gateways/go'
import './done.scss'

/** One booking: just made, or opened again; its code, and what may still be done with it. */
export default function Done() {
  const { bookingId = '' } = query()
  const loaded = useLoad(viewBooking, { bookingId }, { fresh: true })
  const booking = valueOf(loaded)
  const hall = useLoad(viewHall, { hallId: booking?.hallId ?? '' }, { when: booking !== undefined })
  const cancel = useAction(cancelBooking)
  const [asking, setAsking] = useState(false)

  if (loaded.state === 'failed') {
    return (
      <Page title="预约" middle>
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </Page>
    )
  }
  if (!booking) {
    return (
      <Page title="预约" head={<SkelHead />}>
        <SkelRows rows={3} />
      </Page>
    )
  }

  const may = mayDo(booking)
  const left = materialsLeft(booking.serviceId)
  const place = valueOf(hall)
  const move = () =>
    go.slots({ serviceId: booking.serviceId, hallId: booking.hallId, move: booking.bookingId })
  const confirmCancel = async () => {
    if (!(await cancel.run({ bookingId }))) return
    setAsking(false)
    loaded.reload()
  }

  return (
    <Page
      title="预约"
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      head={<BookingHead booking={booking} />}
      over={
        asking && (
          <Sheet title="要取消这个预约吗？" onClose={() => setAsking(false)}>
            <View className="c-2 mt-2">
              取消后，{bookedFor(booking)}的位置会让给别人。还要办的话，改个时间更省事。
            </View>
            <TroubleNotice trouble={cancel.trouble} what="没取消掉" />
            <View className="mt-4">
              <Button kind="main" onPress={move}>
                改个时间
              </Button>
            </View>
            <View className="mt-3">
              <Button
                id="cancel-yes"
                kind="line"
                busy={cancel.busy}
                busyWords="正在取消…"
                onPress={() => void confirmCancel()}
              >
                取消预约
              </Button>
            </View>
          </Sheet>
        )
      }
    >
      {booking.status === 'hall-cancelled' && (
        <Notice kind="warn">
          对不起，这一段大厅停办{booking.reason ? `(${booking.reason})` : ''}。请另选一个时间，您优先。
        </Notice>
      )}
      <Card list>
        {may.move && left !== 0 && (
          <Cell
            icon="case"
            title={left === undefined ? '看看要带什么' : `还差${left}样材料`}
            onPress={() => go.guide(booking.serviceId)}
          />
        )}
        {booking.caseId && (
          <Cell icon="case" title="办到哪一步了" onPress={() => go.case(booking.caseId ?? '')} />
        )}
        <Cell icon="pin" title={booking.hallName} note={place?.address ?? '地址待乡里确认'} />
        <CallCell phone={place?.phone} />
      </Card>
      <View className="page-actions">
        {may.move ? (
          <>
            <ButtonRow>
              <Button id="move" kind="line" onPress={move}>
                改时间
              </Button>
              {may.cancel && (
                <Button id="cancel" kind="line" onPress={() => setAsking(true)}>
                  取消预约
                </Button>
              )}
            </ButtonRow>
            <View className="t-1 c-3 t-mid mt-3">新时间定下来之前，这个位置一直给您留着</View>
          </>
        ) : (
          booking.status !== 'served' &&
          booking.status !== 'checked-in' && (
            <Button
              kind="main"
              onPress={() => go.slots({ serviceId: booking.serviceId, hallId: booking.hallId })}
            >
              再约一个时间
            </Button>
          )
        )}
      </View>
    </Page>
  )
}

function BookingHead({ booking }: { booking: Booking }) {
  const live = booking.status === 'booked'
  return (
    <View className="t-mid">
      <View className={live || booking.status === 'served' ? 't-say' : 't-say c-2'}>
        {live && (
          <View className="c-done keep">
            <Icon name="check" />
          </View>
        )}{' '}
        {live ? '约好了' : bookingStatusWords[booking.status]}
      </View>
      <View className="mt-2 t-b">{bookedFor(booking)}</View>
      <View className="c-2">
        {booking.visitor.name}，{booking.serviceName}
      </View>
      {live && (
        <>
          <View className="mt-4">
            <Qr text={booking.code} label={`签到码，预约号${booking.code}`} />
          </View>
          <View className="t-2 c-3 mt-3">预约号</View>
          <View className="t-big num">{booking.code}</View>
          <View className="t-2 c-2 mt-1">到了给窗口扫这个码，不用再取号。没带手机，报这六个数字也行。</View>
        </>
      )}
    </View>
  )
}
