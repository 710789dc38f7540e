import { View } from '@tarojs/components'
import { useState } from 'react'
import { listAudit, viewAuditState } from '@one-window/shared/audit/endpoints'
import type { AuditRow } from '@one-window/shared/audit/deed'
import { addDays, chinaClock, chinaDay, dayWords, type Day } from '@one-window/shared/foundation/time'
import { mayDo, matrix } from '@one-window/shared/identity/matrix'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard, SkelRows } from '@/components/skeleton/skeleton'
import { WorkBar } from '@/components/work/work-bar'
import { StaleLine, TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { AuditRows } from '@/features/staff/audit-rows'
import { SealState } from '@/features/staff/seal-state'
import '@/features/staff/staff.scss'
import { staffTabs } from '@/features/staff/staff-tabs'
import { useMore } from '@/features/foundation/use-more'
import { go } from '@/gateways/go'

/** What was done at the hall, a day at a time, and how far the record is sealed. */
export default function AuditPage() {
  return (
    <StaffGate title="审计记录" roles={['director', 'supervisor', 'inspector', 'admin']}>
      {(staff) => <Audit staff={staff} />}
    </StaffGate>
  )
}

function Audit({ staff }: { staff: Staff }) {
  const { hallId, session } = staff
  const at = useNow()
  const today = chinaDay(at)
  const [day, setDay] = useState(today)
  const state = useLoad(viewAuditState, { hallId }, { fresh: true })
  return (
    <Page
      title="审计记录"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={staffTabs(session.role, 'audit')}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={session.greeting}
        />
      }
      above={<StaleLine loaded={state} reload={state.reload} />}
    >
      <View className="audit">
        <WhenLoaded loaded={state} loading={<SkelCard lines={2} />}>
          {(value) => <SealState state={value} />}
        </WhenLoaded>
        {mayDo(matrix.readAudit, session.role) ? (
          <Rows key={day} hallId={hallId} day={day} today={today} onDay={setDay} />
        ) : (
          <Blank
            icon="shield"
            say="记录的内容不给管理员看"
            more="您看得到封存到哪里。要查是谁做的，请找监督员或纪检。"
          />
        )}
      </View>
    </Page>
  )
}

interface RowsProps {
  hallId: string
  day: Day
  today: Day
  onDay: (day: Day) => void
}

function Rows({ hallId, day, today, onDay }: RowsProps) {
  const loaded = useLoad(listAudit, { hallId, date: day })
  const first = valueOf(loaded)
  const more = useMore<AuditRow>(first?.cursor, (cursor, ask) =>
    ask(listAudit, { hallId, date: day, cursor }),
  )
  return (
    <>
      <View className="audit-days">
        <Button kind="line" small onPress={() => onDay(addDays(day, -1))}>
          前一天
        </Button>
        <View className="t-b num">{day === today ? '今天' : dayWords(day)}</View>
        <Button kind="line" small disabled={day >= today} onPress={() => onDay(addDays(day, 1))}>
          后一天
        </Button>
      </View>
      <Notice kind="info" icon="shield">
        看这里也会记一条。姓名和内容不在记录里，只有编号和校验值。
      </Notice>
      <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank
              icon="case"
              say="这一天没有记录"
              more="换一天看看。"
              way={{ words: '返回', onPress: go.back }}
            />
          ) : (
            <>
              <AuditRows rows={[...rows, ...more.rows]} />
              <View className="audit-more">
                <TroubleNotice trouble={more.trouble} what="没翻出来" />
                {more.cursor ? (
                  <Button kind="line" busy={more.busy} busyWords="正在找…" onPress={more.load}>
                    再看50条
                  </Button>
                ) : (
                  <View className="t-2 c-2">这一天就这些，共{rows.length + more.rows.length}条</View>
                )}
              </View>
            </>
          )
        }
      </WhenLoaded>
    </>
  )
}
