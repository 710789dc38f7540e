import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Booking } from '@one-window/shared/booking/booking'
import { bookingStatusWords } from '@one-window/shared/booking/lifecycle'
import { maskName } from '@one-window/shared/identity/identity'
import { Cell } from '@/components/card/card'
import { Kbd } from '@/components/kbd/kbd'
import { SearchBox } from '@/components/search-box/search-box'
import { focusField, leaveField, useKeys } from '@/gateways/keys'
import { useGuides } from '../catalogue/use-guides'

const PEOPLE = 5
const SERVICES = 5

interface FindBoxProps {
  bookings: readonly Booking[]
  onBooking: (bookingId: string) => void
  /** Somebody came without a booking and asks for this. */
  onWalkIn: (serviceId: string) => void
}

/** Finds a person of the day by code or name, or a service for someone who just came in; `/` goes here. */
export function FindBox({ bookings, onBooking, onWalkIn }: FindBoxProps) {
  const [query, setQuery] = useState('')
  const close = () => {
    setQuery('')
    leaveField()
  }
  useKeys({ '/': () => focusField('search') })
  return (
    <View className="find">
      <SearchBox value={query} hint="预约号、姓名、办什么事" onChange={setQuery} />
      {!query && <Kbd>/</Kbd>}
      {query.trim() && (
        <FindResults
          query={query.trim()}
          bookings={bookings}
          onClose={close}
          onBooking={(bookingId) => {
            close()
            onBooking(bookingId)
          }}
          onWalkIn={(serviceId) => {
            close()
            onWalkIn(serviceId)
          }}
        />
      )}
    </View>
  )
}

function FindResults({
  query,
  bookings,
  onBooking,
  onWalkIn,
  onClose,
}: FindBoxProps & { query: string; onClose: () => void }) {
  const people = bookings
    .filter(
      ({ code, visitor }) =>
        code.startsWith(query) || [query, maskName(query)].some((name) => visitor.name.includes(name)),
    )
    .slice(0, PEOPLE)
  const guides = useGuides(query, {})
  const services = guides.state === 'ready' ? guides.found.slice(0, SERVICES) : []
  const ways = [
    ...people.map(
      ({ bookingId }) =>
        () =>
          onBooking(bookingId),
    ),
    ...services.map(
      ({ service }) =>
        () =>
          onWalkIn(service.serviceId),
    ),
  ]
  const [at, setAt] = useState(0)
  const on = Math.min(at, ways.length - 1)
  useKeys({
    Enter: ways[on],
    ArrowDown: () => setAt(Math.min(on + 1, ways.length - 1)),
    ArrowUp: () => setAt(Math.max(on - 1, 0)),
    Escape: onClose,
  })
  return (
    <View className="find-results" {...{ role: 'group', 'aria-label': '找到的' }}>
      {people.map(({ bookingId, code, visitor, serviceName, status, start }, row) => (
        <View key={bookingId} className={row === on ? 'find-on' : ''}>
          <Cell
            title={`${visitor.name}，${code}`}
            note={`${start} ${serviceName}`}
            side={bookingStatusWords[status]}
            onPress={() => onBooking(bookingId)}
          />
        </View>
      ))}
      {services.length > 0 && (
        <View className="queue-group">
          <Text>现场来的，办这件事</Text>
        </View>
      )}
      {services.map(({ service }, row) => (
        <View key={service.serviceId} className={people.length + row === on ? 'find-on' : ''}>
          <Cell title={service.plainName} note={service.name} onPress={() => onWalkIn(service.serviceId)} />
        </View>
      ))}
      {ways.length === 0 && guides.state === 'ready' && (
        <View className="pane-note">今天的人里没有，也没有这件事。换个说法再找。</View>
      )}
      {guides.state === 'failed' && people.length === 0 && (
        <View className="pane-note">没有连上网，只能找今天列表里的人。</View>
      )}
    </View>
  )
}
