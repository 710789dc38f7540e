import { View } from '@tarojs/components'
import { viewBooking } from '@one-window/shared/booking/endpoints'
import { bookingStatusWords } from '@one-window/shared/booking/lifecycle'
import { useLoad, valueOf } from '../foundation/use-load'
import type { Staff } from '../identity/staff-gate'
import { ActionBar, type DeskAction } from './action-bar'
import { CaseWork } from './case-work'
import { Intake } from './intake'
import { BookedPerson } from './person-head'
import type { TakenIn } from './use-intake'
import { useUnmask } from './use-unmask'
import { WorkLoading, WorkTrouble } from './work-states'

interface BookingWorkProps {
  staff: Staff
  bookingId: string
  at: Date
  onTakenIn: (taken: TakenIn) => void
  onCase: (caseId: string) => void
  onChanged: () => void
  onWalkIn: (serviceId: string) => void
  onNext?: DeskAction
}

/** One booking at the window, whatever has become of it. */
export function BookingWork(props: BookingWorkProps) {
  const { staff, bookingId, at, onTakenIn, onCase, onChanged, onWalkIn, onNext } = props
  const loaded = useLoad(viewBooking, { bookingId }, { fresh: true })
  const booking = valueOf(loaded)
  const unmasking = useUnmask({ bookingId })
  if (loaded.state === 'failed') return <WorkTrouble trouble={loaded.trouble} onRetry={loaded.reload} />
  if (!booking) return <WorkLoading />
  const changed = () => {
    loaded.reload()
    onChanged()
  }
  if (booking.caseId) return <CaseWork caseId={booking.caseId} at={at} onChanged={changed} onNext={onNext} />
  if (booking.status === 'booked' || booking.status === 'checked-in') {
    return (
      <Intake
        staff={staff}
        booking={booking}
        at={at}
        unmasking={unmasking}
        onTakenIn={onTakenIn}
        onCase={onCase}
        onChanged={changed}
      />
    )
  }
  return (
    <>
      <View className="desk-m is-whole">
        <View className="desk-mid">
          <BookedPerson booking={booking} at={at} unmasking={unmasking} keyed />
          <View className="desk-card desk-card-in">
            {bookingStatusWords[booking.status]}
            {booking.reason && `：${booking.reason}`}。人来了照样能办，按现场来的收件。
          </View>
        </View>
      </View>
      <ActionBar
        say={booking.serviceName}
        more="不影响今天办事"
        next={{ words: '按现场收件', run: () => onWalkIn(booking.serviceId) }}
      />
    </>
  )
}
