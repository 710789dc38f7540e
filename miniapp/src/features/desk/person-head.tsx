import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Booking } from '@one-window/shared/booking/booking'
import { waitedMinutes } from '@one-window/shared/booking/queue'
import { relationWords } from '@one-window/shared/booking/booking'
import { realNameWords } from '@one-window/shared/identity/session'
import { chinaClock, dayWords } from '@one-window/shared/foundation/time'
import { UnmaskButton } from './unmask-button'
import type { Unmasking } from './use-unmask'

interface PersonHeadProps {
  /** Number the person or the case is known by. */
  ticket?: string
  name: string
  note?: ReactNode
  side?: ReactNode
  /** Something to press beside the name. */
  way?: ReactNode
}

/** Who stands at the window. */
export function PersonHead({ ticket, name, note, side, way }: PersonHeadProps) {
  return (
    <View className="person">
      {ticket && <Text className="person-ticket num">{ticket}</Text>}
      <View className="person-main">
        <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
          {name}
        </View>
        {note && <View className="t-2 c-2 num">{note}</View>}
      </View>
      {way}
      {side && <View className="person-side num">{side}</View>}
    </View>
  )
}

interface BookedPersonProps {
  booking: Booking
  at: Date
  unmasking: Unmasking
  keyed?: boolean
}

/** The person of a booking: code, name, what was booked, how long they have waited. */
export function BookedPerson({ booking, at, unmasking, keyed }: BookedPersonProps) {
  const { code, visitor, date, start, end, checkedInAt, status, realName } = booking
  const { name, phone } = unmasking.whole ?? visitor
  const own = visitor.relation === 'self'
  const came = checkedInAt && `${chinaClock(new Date(checkedInAt))}签到`
  const waits = status === 'checked-in' && `等了${waitedMinutes(booking, at)}分`
  return (
    <PersonHead
      ticket={code}
      name={name}
      note={[phone ?? '没有留电话', own ? realNameWords[realName] : relationWords[visitor.relation]].join(
        '，',
      )}
      way={<UnmaskButton unmasking={unmasking} keyed={keyed} />}
      side={
        <>
          <View>
            约的{dayWords(date)} {start}–{end}
          </View>
          <View>{[came || '还没签到', waits].filter(Boolean).join('，')}</View>
        </>
      }
    />
  )
}
