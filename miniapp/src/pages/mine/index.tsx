import { Text, View } from '@tarojs/components'
import { listMyBookings } from '@one-window/shared/booking/endpoints'
import { listMyCases } from '@one-window/shared/cases/endpoints'
import { roleWords } from '@one-window/shared/foundation/roles'
import { listMessages } from '@one-window/shared/notifications/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { SkelRows } from '@/components/skeleton/skeleton'
import { BookingRow } from '@/features/booking/booking-row'
import { comingBookings } from '@/features/booking/slot-words'
import { CaseRow } from '@/features/cases/case-row'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { ReadingCard } from '@/features/identity/reading-card'
import { SignIn } from '@/features/identity/sign-in'
import { MessageRows } from '@/features/notifications/message-rows'
import { go } from '@/gateways/go'
import { closeSession, useSession, type Session } from '@/gateways/session'
import './index.scss'

export default function Mine() {
  const session = useSession()
  if (!session) {
    return (
      <Page title="我的" tab="mine" head={<View className="t-say">您是哪位？</View>}>
        <SignIn />
        <ReadingCard />
      </Page>
    )
  }
  return session.role === 'resident' ? <MyThings session={session} /> : <MyWork session={session} />
}

function Greeting({ session }: { session: Session }) {
  return (
    <View className="head-row is-mid">
      <View className="avatar">{session.greeting.slice(0, 1)}</View>
      <View className="head-main">
        <View className="t-4 t-b">{session.greeting}</View>
        <View className="t-2 c-3">{roleWords[session.role]}</View>
      </View>
    </View>
  )
}

function SignOut() {
  return (
    <View className="sign-out">
      <Button kind="line" id="sign-out" onPress={closeSession}>
        退出登录
      </Button>
    </View>
  )
}

function MyThings({ session }: { session: Session }) {
  const bookings = useLoad(listMyBookings, {}, { fresh: true })
  const cases = useLoad(listMyCases, {}, { fresh: true })
  const messages = useLoad(listMessages, {}, { fresh: true })
  const coming = comingBookings(valueOf(bookings)?.bookings ?? [])
  const news = valueOf(messages)?.messages ?? []
  return (
    <Page
      title="我的"
      tab="mine"
      above={<StaleLine loaded={bookings} reload={bookings.reload} />}
      head={<Greeting session={session} />}
    >
      {news.length > 0 && (
        <>
          <SectionTitle title="告诉您" />
          <MessageRows messages={news.slice(0, 3)} />
        </>
      )}
      <SectionTitle title="预约" />
      <WhenLoaded loaded={bookings} loading={<SkelRows rows={1} notes />}>
        {({ bookings: all }) =>
          all.length === 0 ? (
            <Card>
              <View className="c-2">还没有预约。约个时间，到了就办，不用排队。</View>
              <View className="mt-3">
                <Button onPress={go.guides}>约个时间</Button>
              </View>
            </Card>
          ) : (
            <Card list>
              {(coming.length > 0 ? coming : all.slice(0, 2)).map((booking) => (
                <BookingRow key={booking.bookingId} booking={booking} />
              ))}
            </Card>
          )
        }
      </WhenLoaded>
      <SectionTitle title="办件" />
      <WhenLoaded loaded={cases} loading={<SkelRows rows={2} notes />}>
        {({ cases: all }) =>
          all.length === 0 ? (
            <Blank
              icon="case"
              say="还没有办件"
              more="在窗口或村里办的事，收件以后会出现在这里，办到哪一步都看得到。"
              way={{ words: '看看能办什么', onPress: go.guides }}
            />
          ) : (
            <Card list>
              {all.map((told) => (
                <CaseRow key={told.caseId} told={told} />
              ))}
            </Card>
          )
        }
      </WhenLoaded>
      <ReadingCard />
      <SignOut />
    </Page>
  )
}

function MyWork({ session }: { session: Session }) {
  const atDesk = session.role === 'window-staff' || session.role === 'director'
  const oversees = session.role === 'supervisor'
  return (
    <Page title="我的" tab="mine" head={<Greeting session={session} />}>
      <Card list>
        {atDesk && (
          <Cell
            id="to-desk"
            icon="people"
            title="窗口工作台"
            note="今天的预约、收件、受理"
            onPress={go.desk}
          />
        )}
        {oversees && (
          <Cell
            id="to-oversight"
            icon="shield"
            title="差评跟进"
            note="最早到期的在最上面"
            onPress={go.oversight}
          />
        )}
        {!atDesk && !oversees && (
          <View className="cell">
            <Text className="c-2">您的身份在这里还没有要做的事。</Text>
          </View>
        )}
      </Card>
      <ReadingCard />
      <SignOut />
    </Page>
  )
}
