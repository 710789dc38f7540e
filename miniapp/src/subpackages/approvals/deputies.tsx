import { View } from '@tarojs/components'
import { useState } from 'react'
import { chinaDay, type Day } from '@one-window/shared/foundation/time'
import { deputise, endDeputy, listColleagues, type Colleague } from '@one-window/shared/staff/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelRows } from '@/components/skeleton/skeleton'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { DeputyForm } from '@/features/staff/deputy-form'
import { postWords, spanWords } from '@/features/staff/post-words'
import { useSteppedUp } from '@/features/staff/step-up'
import '@/features/staff/staff.scss'

/** 请人代理: whoever decides says who does so while they are away. */
export default function Deputies() {
  return (
    <StaffGate title="请人代理" roles={['approver', 'leader', 'director']}>
      {(staff) => <MyDeputies staff={staff} />}
    </StaffGate>
  )
}

const BACK = '我回来了'

function MyDeputies({ staff }: { staff: Staff }) {
  const { hallId } = staff
  const today = chinaDay(useNow())
  const loaded = useLoad(listColleagues, { hallId }, { fresh: true })
  const naming = useSteppedUp(useAction(deputise))
  const ending = useSteppedUp(useAction(endDeputy))
  const [told, setTold] = useState('')
  const done = (words: string) => {
    setTold(words)
    loaded.reload()
  }
  return (
    <Page
      title="请人代理"
      head={
        <>
          <View className="t-say">我不在的时候请谁代理</View>
          <View className="c-2 mt-1">
            那几天他能批您这一步的件，写的是他的名字、替您代理。自己受理的件，他也不能批。
          </View>
        </>
      }
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      over={naming.sheet || ending.sheet}
    >
      {told && <Notice kind="done">{told}</Notice>}
      <WhenLoaded loaded={loaded} loading={<SkelRows rows={3} notes />}>
        {({ colleagues }) =>
          colleagues.length === 0 ? (
            <Blank
              icon="people"
              say="还没有能代理的同事"
              more="代理的人要和您在同一个大厅，做审批或管大厅，不能是窗口人员。请系统管理员先给他岗位。"
            />
          ) : (
            <>
              {colleagues
                .filter(({ standsIn }) => standsIn.length > 0)
                .map((colleague) => (
                  <Standing
                    key={colleague.personId}
                    colleague={colleague}
                    today={today}
                    busy={ending.busy}
                    onEnd={async () => {
                      const { personId, name } = colleague
                      if (await ending.run({ personId, reason: BACK })) done(`${name}不再代理`)
                    }}
                  />
                ))}
              <Card title="请一位同事">
                <DeputyForm
                  colleagues={colleagues}
                  today={today}
                  busy={naming.busy}
                  trouble={naming.trouble}
                  onSend={async (said) => {
                    const named = await naming.run(said)
                    if (named) done(`${named.name}代理您，到时候自动开始、自动结束`)
                    return named !== undefined
                  }}
                />
              </Card>
            </>
          )
        }
      </WhenLoaded>
    </Page>
  )
}

interface StandingProps {
  colleague: Colleague
  today: Day
  busy: boolean
  onEnd: () => Promise<void>
}

function Standing({ colleague: { name, standsIn }, today, busy, onEnd }: StandingProps) {
  const over = standsIn.every(({ until }) => until !== undefined && until < today)
  const begun = standsIn.some(({ from }) => from <= today)
  return (
    <Card title={name} side={over ? '代理完了' : begun ? '正在代理' : '还没到'}>
      {standsIn.map((post) => (
        <View key={JSON.stringify(post)} className="t-2 c-2">
          {postWords(post, undefined)}，{spanWords(post, today)}
        </View>
      ))}
      {!over && (
        <View className="mt-3">
          <Button kind="line" className="deputy-end" busy={busy} onPress={() => void onEnd()}>
            {begun ? `${BACK}，不用代理了` : '不用代理了'}
          </Button>
        </View>
      )}
    </Card>
  )
}
