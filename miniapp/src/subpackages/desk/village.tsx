import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Booking } from '@one-window/shared/booking/booking'
import { listStationBookings } from '@one-window/shared/booking/endpoints'
import { bookingStatusWords } from '@one-window/shared/booking/lifecycle'
import { chinaClock, chinaDay, clockWords, dayWords, whenWords } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Card, Cell, SumRow } from '@/components/card/card'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { SkelRows } from '@/components/skeleton/skeleton'
import { WorkBar } from '@/components/work/work-bar'
import { deskTabs } from '@/features/desk/desk-tabs'
import '@/features/desk/desk.scss'
import { DaySwitch } from '@/features/desk/queue-pane'
import { VillageForm } from '@/features/desk/village-form'
import { WhenLoaded } from '@/features/foundation/states'
import { useLoad } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'

/** Booking for villagers without a phone, at a village station or at the hall. */
export default function DeskVillage() {
  return (
    <StaffGate title="村里代约" roles={['window-staff', 'director']}>
      {(staff) => <VillageWork staff={staff} />}
    </StaffGate>
  )
}

function VillageWork({ staff }: { staff: Staff }) {
  const at = useNow()
  const [booked, setBooked] = useState<Booking>()
  const [stationId] = staff.session.stationIds
  return (
    <Page
      title="村里代约"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={deskTabs(staff.session, 'village')}
          when={`${dayWords(chinaDay(at))} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
    >
      <View className="village">
        {booked ? (
          <Card>
            <View className="t-4 t-b c-done">约好了，把这张写给他</View>
            <View className="village-code num">{booked.code}</View>
            <SumRow name="什么时候" value={whenWords(booked.date, booked.start)} />
            <SumRow name="到哪里" value={booked.hallName} />
            <SumRow name="办什么" value={booked.serviceName} />
            <SumRow name="给谁" value={booked.visitor.name} />
            <View className="c-2 mt-2">
              到了报这6位数就行。没有手机不要紧，大厅有变动会打电话或托村里带话。
            </View>
            <View className="mt-4">
              <Button kind="main" id="book-next" onPress={() => setBooked(undefined)}>
                再给一位约
              </Button>
            </View>
          </Card>
        ) : (
          <VillageForm hallId={staff.hallId} onBooked={setBooked} />
        )}
        {stationId && <StationDay key={booked?.bookingId ?? ''} stationId={stationId} at={at} />}
      </View>
    </Page>
  )
}

/** What the station booked for a day. */
function StationDay({ stationId, at }: { stationId: string; at: Date }) {
  const today = chinaDay(at)
  const [day, setDay] = useState(today)
  const loaded = useLoad(listStationBookings, { stationId, date: day }, { fresh: true })
  return (
    <>
      <SectionTitle title="站里约的" />
      <View className="village-day">
        <DaySwitch day={day} today={today} onChange={setDay} />
      </View>
      <WhenLoaded loaded={loaded} loading={<SkelRows rows={2} notes />}>
        {({ bookings }) =>
          bookings.length === 0 ? (
            <Blank icon="calendar" say="这一天站里没有约" more="换一天看看。" />
          ) : (
            <Card list>
              {bookings.map(({ bookingId, visitor, code, start, serviceName, status }) => (
                <Cell
                  key={bookingId}
                  title={`${visitor.name}，${code}`}
                  note={`${clockWords(start)} ${serviceName}`}
                  side={bookingStatusWords[status]}
                />
              ))}
            </Card>
          )
        }
      </WhenLoaded>
    </>
  )
}
