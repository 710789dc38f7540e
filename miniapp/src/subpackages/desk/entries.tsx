import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { listLacking, type Lacking } from '@one-window/shared/entries/endpoints'
import { caseSettings } from '@one-window/shared/cases/settings'
import { chinaClock, chinaDay, dayWords, instantWords } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Page } from '@/components/page/page'
import { SkelRows } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import { deskTabs } from '@/features/desk/desk-tabs'
import '@/features/desk/desk.scss'
import '@/features/entries/entries.scss'
import { NumberField } from '@/features/entries/number-field'
import { PastePane } from '@/features/entries/paste-pane'
import { MoreButton } from '@/features/foundation/more-button'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useMore } from '@/features/foundation/use-more'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { focusField } from '@/gateways/keys'

const keys = [
  ['回车', '存，到下一件'],
  ['F2', '看一遍、填上贴的'],
] as const

/** 二次录入: every case gets the number it has on the city platform. */
export default function DeskEntries() {
  return (
    <StaffGate title="二次录入" roles={['window-staff', 'director']}>
      {(staff) => <Entries staff={staff} />}
    </StaffGate>
  )
}

const fieldOf = ({ caseId }: Lacking): string => `number-${caseId}`

function Entries({ staff }: { staff: Staff }) {
  const { hallId } = staff
  const at = useNow()
  const today = chinaDay(at)
  const loaded = useLoad(listLacking, { hallId }, { fresh: true })
  const first = valueOf(loaded)
  const more = useMore<Lacking>(first?.cursor, async (cursor, ask) => {
    const page = await ask(listLacking, { hallId, cursor })
    return { rows: page.cases, cursor: page.cursor }
  })
  const [entered, setEntered] = useState<Readonly<Record<string, string>>>({})
  const cases = [...(first?.cases ?? []), ...more.rows]
  const open = cases.filter(({ caseId }) => !entered[caseId])
  const done = (kase: Lacking, number: string) => {
    setEntered({ ...entered, [kase.caseId]: number })
    const next = open[open.indexOf(kase) + 1] ?? open.find((one) => one !== kase)
    if (next) focusField(fieldOf(next))
  }
  return (
    <Page
      title="二次录入"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={deskTabs(staff.session, 'entries', first && open.length)}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
    >
      <View className="entries">
        <View className="entries-part" {...{ role: 'region', 'aria-label': '还没填的' }}>
          <View className="entries-head">
            <Text className="t-b">还没有平台编号的</Text>
            <Text className="t-2 c-2">
              收件后{caseSettings.entryWorkingDays}个工作日内录进市平台，先收的在前
            </Text>
          </View>
          <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
            {() =>
              cases.length === 0 ? (
                <Blank
                  icon="check"
                  kind="done"
                  say="都录完了"
                  more="收了新的件，会出现在这里。"
                  way={{ words: '再看一次', onPress: loaded.reload }}
                />
              ) : (
                <>
                  {cases.map((kase) => (
                    <View key={kase.caseId} className="entry">
                      <View className="entry-what">
                        <View className="t-b">
                          {kase.serviceName} {kase.late && <Tag kind="bad">超过1个工作日</Tag>}
                        </View>
                        <View className="t-2 c-2 num">
                          {kase.applicantName}，{kase.caseNumber}，{instantWords(kase.receivedAt)}收的
                        </View>
                      </View>
                      <View className="entry-number">
                        {entered[kase.caseId] ? (
                          <Tag kind="done">{`填好了 ${entered[kase.caseId]}`}</Tag>
                        ) : (
                          <NumberField
                            id={fieldOf(kase)}
                            caseId={kase.caseId}
                            onEntered={(number) => done(kase, number)}
                          />
                        )}
                      </View>
                    </View>
                  ))}
                  <MoreButton more={more} />
                </>
              )
            }
          </WhenLoaded>
        </View>
        <View className="entries-part" {...{ role: 'region', 'aria-label': '成批填' }}>
          <View className="entries-head t-b">成批填</View>
          <PastePane hallId={hallId} onEntered={loaded.reload} />
        </View>
      </View>
      <KeysLine keys={keys} end="编号照平台上的填，填错了在办件里改" />
    </Page>
  )
}
