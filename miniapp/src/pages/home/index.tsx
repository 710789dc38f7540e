import { Text, View } from '@tarojs/components'
import { listMyBookings } from '@one-window/shared/booking/endpoints'
import { listMyCases } from '@one-window/shared/cases/endpoints'
import { listServices } from '@one-window/shared/catalogue/endpoints'
import { frequentServices, handlingWords } from '@one-window/shared/catalogue/guide'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Button, Pill } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { SearchLink } from '@/components/search-box/search-box'
import { Skel, SkelHead, SkelRows } from '@/components/skeleton/skeleton'
import { comingBookings } from '@/features/booking/slot-words'
import { Ticket } from '@/features/booking/ticket'
import { CaseRow } from '@/features/cases/case-row'
import { StaleLine, TroubleNotice } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { CallCell } from '@/features/halls/call-cell'
import { closureWords, openWords, waitingWords } from '@/features/halls/hall-words'
import { myHallId } from '@/features/halls/my-hall'
import { now } from '@/gateways/clock'
import { go } from '@/gateways/go'
import { setElder, useReading } from '@/gateways/reading'
import { useSession } from '@/gateways/session'
import { Quick } from './quick'
import './index.scss'

const FREQUENT_ROWS = 5

export default function Home() {
  const { elder } = useReading()
  const session = useSession()
  const mine = { when: session?.role === 'resident', fresh: true }
  const hall = useLoad(viewHall, { hallId: myHallId() }, { fresh: true })
  const bookings = useLoad(listMyBookings, {}, mine)
  const cases = useLoad(listMyCases, {}, mine)
  const services = useLoad(listServices, { hallId: myHallId() })

  const place = valueOf(hall)
  const next = comingBookings(valueOf(bookings)?.bookings ?? [])[0]
  const running = valueOf(cases)?.cases.find(({ status }) => status !== 'issued' && status !== 'declined')
  const catalogue = valueOf(services)
  const frequent = frequentServices(catalogue?.services ?? []).slice(0, FREQUENT_ROWS)

  return (
    <Page
      title={place?.name ?? '政务服务中心'}
      tab="home"
      above={<StaleLine loaded={hall} reload={hall.reload} />}
      head={
        <>
          <View className="head-row">
            <View className="head-main">
              {place ? (
                <>
                  <View className="t-say">
                    {place.now.open && <Text className="live" />}
                    {openWords(place, now())}
                  </View>
                  <View className="t-2 c-2 mt-1">{waitingWords(place)}</View>
                </>
              ) : hall.state === 'failed' ? (
                <View className="t-say">办事先看指南，再约时间</View>
              ) : (
                <SkelHead />
              )}
            </View>
            <Pill id="elder" onPress={() => setElder(!elder)}>
              {elder ? '标准版' : '长辈版'}
            </Pill>
          </View>
          <View className="mt-4 only-std">
            <SearchLink hint="想办什么？低保、盖房、上户口" onPress={go.guides} />
          </View>
        </>
      }
    >
      {hall.state === 'failed' && <TroubleNotice trouble={hall.trouble} what="大厅的情况没打开" />}
      {place?.closures.slice(0, 2).map((closure) => (
        <Notice key={closure.date} kind="warn">
          {closureWords(closure)}
        </Notice>
      ))}
      {next && <Ticket booking={next} />}
      {running && (
        <Card list className="only-std">
          <CaseRow told={running} icon="case" />
        </Card>
      )}
      <Card list className="quick">
        <Quick icon="calendar" words="预约办事" note="挑个时间，到了就办" onPress={go.guides} />
        <Quick icon="case" words="我的办件" note="办到哪一步了" onPress={go.mine} />
        <Quick icon="guide" words="办事指南" note="要带什么、多久办好" onPress={go.guides} />
        <Quick className="only-std" icon="rate" words="评价服务" note="办得怎么样" onPress={go.mine} />
      </Card>
      <View className="only-std">
        <SectionTitle
          title="常办的事"
          more={catalogue ? { words: `全部${catalogue.total}项`, onPress: go.guides } : undefined}
        />
        {services.state === 'loading' && <SkelRows rows={5} />}
        {services.state === 'failed' && (
          <Card>
            <View className="c-2">指南没打开，可能是没有网。</View>
            <View className="mt-3">
              <Button icon="retry" onPress={services.reload}>
                再试一次
              </Button>
            </View>
          </Card>
        )}
        {frequent.length > 0 && (
          <Card list>
            {frequent.map((service) => (
              <Cell
                key={service.serviceId}
                title={service.plainName}
                side={handlingWords(service)}
                onPress={() => go.guide(service.serviceId)}
              />
            ))}
          </Card>
        )}
      </View>
      <Card list>
        {place ? <CallCell phone={place.phone} /> : <Skel height="52px" />}
        {place && <Cell icon="pin" title="怎么来大厅" note={place.address ?? '地址待乡里确认'} />}
      </Card>
      <View className="t-1 c-3 t-mid page-note">不预约也能办，到大厅现场取号就行</View>
    </Page>
  )
}
