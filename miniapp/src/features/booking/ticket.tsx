import { Text, View } from '@tarojs/components'
import { clockWords, dayWords } from '@one-window/shared/foundation/time'
import type { Booking } from '@one-window/shared/booking/booking'
import { Card, Cell } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { go } from '@/gateways/go'
import { materialsLeft } from '../catalogue/use-preparation'
import './ticket.scss'

/** The next booking as a card with its code, and what is still missing for it. */
export function Ticket({ booking }: { booking: Booking }) {
  const left = materialsLeft(booking.serviceId)
  return (
    <Card list>
      <View className="ticket-top">
        <View className="ticket-main">
          <View className="t-2 c-3">下一次预约</View>
          <View className="ticket-when">
            <Text className="keep">{dayWords(booking.date)}</Text>
            <Text className="keep">{clockWords(booking.start)}</Text>
          </View>
          <View className="t-2 c-2 mt-1">
            {booking.visitor.name}，{booking.serviceName}
          </View>
        </View>
        <Press
          className="ticket-code"
          label={`预约号${booking.code}，打开签到码`}
          onPress={() => go.booking(booking.bookingId)}
        >
          <Text className="ticket-cap">预约号</Text>
          <Text className="ticket-no">{booking.code}</Text>
          <Text className="ticket-cap">
            <Icon name="qr" /> 签到码
          </Text>
        </Press>
      </View>
      {left !== 0 && (
        <Cell
          line
          icon={left === undefined ? 'case' : 'stop'}
          iconClass={left === undefined ? '' : 'c-warn'}
          title={left === undefined ? '看看要带什么' : `还差${left}样材料`}
          side={left === undefined ? undefined : '看看差什么'}
          onPress={() => go.guide(booking.serviceId)}
        />
      )}
    </Card>
  )
}
