import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { chinaClock, chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { listStaff, type StaffMember } from '@one-window/shared/staff/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Page } from '@/components/page/page'
import { SkelRows } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { WorkBar } from '@/components/work/work-bar'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { InviteCode, type Invited } from '@/features/staff/invite-code'
import { postWords, spanWords, stateWords } from '@/features/staff/post-words'
import { ChangeForm, givenBy, InviteForm, type ChangeKind } from '@/features/staff/staff-forms'
import { StaffDetail } from '@/features/staff/staff-detail'
import '@/features/staff/staff.scss'
import { staffTabs } from '@/features/staff/staff-tabs'
import { useStaffActs } from '@/features/staff/use-staff-acts'
import { useKeys } from '@/gateways/keys'

/** What stands beside the list. */
type Side =
  | { kind: 'invite' }
  | { kind: 'code'; invited: Invited }
  | { kind: 'member'; personId: string; change?: ChangeKind }

export default function StaffPage() {
  return (
    <StaffGate title="工作人员" roles={['director', 'admin']}>
      {(staff) => <StaffOfHall staff={staff} />}
    </StaffGate>
  )
}

function StaffOfHall({ staff }: { staff: Staff }) {
  const { hallId } = staff
  const { role } = staff.session
  const at = useNow()
  const today = chinaDay(at)
  const loaded = useLoad(listStaff, { hallId }, { fresh: true })
  const hall = valueOf(useLoad(viewHall, { hallId }))
  const acts = useStaffActs()
  const [side, setSide] = useState<Side>()
  const everybody = valueOf(loaded)?.staff ?? []
  const member =
    side?.kind === 'member' ? everybody.find(({ personId }) => personId === side.personId) : undefined
  const close = () => setSide(undefined)
  useKeys({ Escape: side && close })

  const pick = (personId: string, change?: ChangeKind) => {
    acts.calm()
    setSide({ kind: 'member', personId, change })
  }
  const done = (invited?: Invited) => {
    loaded.reload()
    if (invited && invited.member.state !== 'active') setSide({ kind: 'code', invited })
    else if (member) pick(member.personId)
  }
  const form = { acts, hallId, hall, roles: givenBy(role), staff: everybody, today }

  const beside = () => {
    if (side?.kind === 'invite') return <InviteForm {...form} onClose={close} onInvited={done} />
    if (side?.kind === 'code') return <InviteCode invited={side.invited} onDone={close} />
    if (!member || side?.kind !== 'member') {
      return <Blank icon="people" say="选一位看看" more="调岗、代班、换手机、离岗，都在这里办。" />
    }
    if (side.change) {
      return (
        <ChangeForm
          key={`${side.change} ${member.personId}`}
          {...form}
          kind={side.change}
          member={member}
          onClose={() => pick(member.personId)}
          onDone={done}
        />
      )
    }
    return (
      <StaffDetail
        member={member}
        hall={hall}
        role={role}
        today={today}
        acts={acts}
        nameOf={(personId) => everybody.find((one) => one.personId === personId)?.name}
        onChange={(kind) => pick(member.personId, kind)}
        onConfirmed={done}
      />
    )
  }

  return (
    <Page
      title="工作人员"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={staffTabs(role, 'staff')}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      over={acts.sheet}
    >
      <View className={side ? 'staff is-open' : 'staff'}>
        <View className="staff-list" {...{ role: 'region', 'aria-label': '名单' }}>
          <View className="staff-top">
            <Text className="t-b">{loaded.state === 'ready' ? `${everybody.length}人` : '名单'}</Text>
            <Button kind="soft" small id="invite" onPress={() => setSide({ kind: 'invite' })}>
              邀请一位
            </Button>
          </View>
          <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
            {({ staff: people, cursor }) =>
              people.length === 0 ? (
                <Blank icon="people" say="还没有工作人员" more="点“邀请一位”，写上姓名和岗位，就出邀请码。" />
              ) : (
                <Card list>
                  {people.map((one) => (
                    <View
                      key={one.personId}
                      className={one.personId === member?.personId ? 'staff-row is-on' : 'staff-row'}
                    >
                      <Cell
                        line
                        title={one.name}
                        note={noteOf(one)}
                        end={<Tag kind={stateWords[one.state].kind}>{stateWords[one.state].words}</Tag>}
                        onPress={() => pick(one.personId)}
                      />
                    </View>
                  ))}
                  {cursor && <View className="page-note t-2 c-2">只列出前{people.length}人。</View>}
                </Card>
              )
            }
          </WhenLoaded>
        </View>
        <View className="staff-side" {...{ role: 'region', 'aria-label': '这一位' }}>
          <View className="staff-back">
            <Button kind="text" icon="back" onPress={close}>
              回到名单
            </Button>
          </View>
          {beside()}
        </View>
      </View>
    </Page>
  )

  function noteOf(one: StaffMember): string {
    return one.posts.map((post) => `${postWords(post, hall)}，${spanWords(post, today)}`).join('；')
  }
}
