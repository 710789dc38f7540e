import { View } from '@tarojs/components'
import { useState } from 'react'
import { chinaClock, chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { listCalls } from '@one-window/shared/notifications/endpoints'
import { Blank } from '@/components/blank/blank'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard } from '@/components/skeleton/skeleton'
import { WorkBar } from '@/components/work/work-bar'
import { CallRow } from '@/features/desk/call-row'
import { deskTabs } from '@/features/desk/desk-tabs'
import '@/features/desk/desk.scss'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'

/** The people whom no message reached: the desk calls them. */
export default function DeskCalls() {
  return (
    <StaffGate title="要打电话的" roles={['window-staff', 'director']}>
      {(staff) => <CallsWork staff={staff} />}
    </StaffGate>
  )
}

function CallsWork({ staff }: { staff: Staff }) {
  const at = useNow()
  const loaded = useLoad(listCalls, { hallId: staff.hallId }, { fresh: true })
  const [told, setTold] = useState('')
  const count = valueOf(loaded)?.calls.length
  return (
    <Page
      title="要打电话的"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={deskTabs(staff.session, 'calls', count)}
          when={`${dayWords(chinaDay(at))} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
    >
      <View className="calls" {...{ role: 'list' }}>
        {told && <Notice kind="done">{told}</Notice>}
        <WhenLoaded loaded={loaded} loading={<SkelCard lines={4} />}>
          {({ calls, cursor }) =>
            calls.length === 0 ? (
              <Blank
                icon="phone"
                kind="done"
                say="没有要打电话的"
                more="微信消息送不到的人，会出现在这里，等得最久的在最上面。"
                way={{ words: '再看一次', onPress: loaded.reload }}
              />
            ) : (
              <>
                {calls.map((call) => (
                  <CallRow
                    key={`${call.callId} ${call.tries}`}
                    call={call}
                    onCalled={(outcome) => {
                      setTold(
                        outcome === 'reached'
                          ? `${call.name ?? '这一位'}，告诉到了`
                          : `${call.name ?? '这一位'}没接，排到最后，过会儿再打`,
                      )
                      loaded.reload()
                    }}
                  />
                ))}
                {cursor && (
                  <View className="page-note t-2 c-2">先列出{calls.length}位，打完再看后面的。</View>
                )}
              </>
            )
          }
        </WhenLoaded>
      </View>
    </Page>
  )
}
