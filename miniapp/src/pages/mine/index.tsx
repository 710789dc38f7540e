import { Text, View } from '@tarojs/components'
import { listMyBookings } from '@one-window/shared/booking/endpoints'
import { listMyCases } from '@one-window/shared/cases/endpoints'
import { roleWords } from '@one-window/shared/foundation/roles'
import { mayDo, matrix } from '@one-window/shared/identity/matrix'
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
import { scan } from '@/gateways/scan'
import { useSession, type Session } from '@/gateways/session'
import { signOut } from '@/gateways/sign-out'
import './index.scss'

export default function Mine() {
  const session = useSession()
  if (!session) {
    return (
      <Page title="我的" tab="mine" head={<View className="t-say">您是哪位？</View>}>
        <SignIn />
        <FindCase />
        <ReadingCard />
      </Page>
    )
  }
  return session.role === 'resident' ? <MyThings session={session} /> : <MyWork session={session} />
}

function Greeting({ session }: { session: Session }) {
  return (
    <View className="head-row is-mid">
      <View className="avatar">{[...(session.greeting || '您')][0]}</View>
      <View className="head-main">
        <View className="t-4 t-b">{session.greeting || '您好'}</View>
        <View className="t-2 c-3">{roleWords[session.role]}</View>
      </View>
    </View>
  )
}

function FindCase() {
  return (
    <Card list>
      <Cell id="find-case" icon="search" title="查办件" note="有办件号就行，不用登录" onPress={go.findCase} />
    </Card>
  )
}

function SignOut() {
  return (
    <View className="sign-out">
      <Button kind="line" id="sign-out" onPress={signOut}>
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
      <Card list>
        <Cell
          id="my-prechecks"
          icon="camera"
          title="我的预审"
          note="先拍照让窗口看过的"
          onPress={go.prechecks}
        />
        <Cell id="my-data" icon="shield" title="我的数据" note="看、改、下载、注销" onPress={go.myData} />
        <Cell id="find-case" icon="search" title="查办件" note="有办件号就行" onPress={go.findCase} />
      </Card>
      <ReadingCard />
      <SignOut />
    </Page>
  )
}

const works = [
  {
    id: 'to-desk',
    allow: matrix.desk,
    icon: 'people',
    title: '窗口工作台',
    note: '今天的预约、收件、受理',
    onPress: go.desk,
  },
  {
    id: 'to-approvals',
    allow: matrix.inbox,
    icon: 'pen',
    title: '待我审批',
    note: '在窗口等着的在最上面',
    onPress: go.approvals,
  },
  {
    id: 'to-guides',
    allow: matrix.seeGuides,
    icon: 'guide',
    title: '事项和指南',
    note: '写指南、批准、进驻事项表',
    onPress: go.keepGuides,
  },
  {
    id: 'to-oversight',
    allow: matrix.followUps,
    icon: 'shield',
    title: '差评跟进',
    note: '最早到期的在最上面',
    onPress: go.oversight,
  },
  {
    id: 'to-tasks',
    allow: matrix.followUpTasks,
    icon: 'bell',
    title: '等我办的差评',
    note: '整改、批延期、会签、超期要催的',
    onPress: go.tasks,
  },
  {
    id: 'to-month',
    allow: matrix.monthSheet,
    icon: 'rate',
    title: '评价月度表',
    note: '好评率、整改率，每个数点得开',
    onPress: go.month,
  },
  {
    id: 'to-my-ratings',
    allow: matrix.myRatings,
    icon: 'rate',
    title: '我收到的评价',
    note: '只看得到月份和原话',
    onPress: go.myRatings,
  },
  {
    id: 'to-staff',
    allow: matrix.staff,
    icon: 'me',
    title: '工作人员',
    note: '邀请、轮岗、停用',
    onPress: go.staff,
  },
  {
    id: 'to-audit',
    allow: matrix.auditState,
    icon: 'search',
    title: '审计',
    note: '谁做过什么，看过谁',
    onPress: go.audit,
  },
] as const

function MyWork({ session }: { session: Session }) {
  const mine = works.filter(({ allow }) => mayDo(allow, session.role))
  return (
    <Page title="我的" tab="mine" head={<Greeting session={session} />}>
      <Card list>
        {mine.map(({ id, icon, title, note, onPress }) => (
          <Cell key={id} id={id} icon={icon} title={title} note={note} onPress={onPress} />
        ))}
        {scan && (
          <Cell
            id="to-confirm-desk"
            icon="qr"
            title="登录电脑"
            note="扫电脑上的码"
            onPress={() => go.confirmDesk()}
          />
        )}
        {mine.length === 0 && !scan && (
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
