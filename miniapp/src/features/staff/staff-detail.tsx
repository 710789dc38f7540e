import { View } from '@tarojs/components'
import type { Role } from '@one-window/shared/foundation/roles'
import { instantWords, type Day } from '@one-window/shared/foundation/time'
import type { Hall } from '@one-window/shared/halls/hall'
import type { StaffMember } from '@one-window/shared/staff/endpoints'
import { isHeld } from '@one-window/shared/staff/post'
import { Button } from '@/components/button/button'
import { Tag } from '@/components/tag/tag'
import { TroubleNotice } from '../foundation/states'
import { postWords, spanWords, stateWords } from './post-words'
import type { Invited } from './invite-code'
import type { ChangeKind } from './staff-forms'
import type { StaffActs } from './use-staff-acts'

interface DetailProps {
  member: StaffMember
  hall: Pick<Hall, 'stations'> | undefined
  role: Role
  today: Day
  acts: StaffActs
  nameOf: (personId: string) => string | undefined
  onChange: (kind: ChangeKind) => void
  onConfirmed: (invited: Invited) => void
}

const stands: Readonly<Record<StaffMember['state'], string>> = {
  active: '',
  invited: '邀请码还没用，等本人绑定微信',
  'awaiting-second': '还不能用：这个岗位要另一位管理员确认',
  disabled: '停用了，登录不了',
}

/** One staff member: what they do and until when, and what may be done about it. */
export function StaffDetail({ member, hall, role, today, acts, nameOf, onChange, onConfirmed }: DetailProps) {
  const { personId, name, state, posts, pendingPosts, boundAt, revision } = member
  const mine = role === 'admin' || posts.every((post) => post.role === 'window-staff')
  const confirm = async () => {
    const answer = await acts.confirm.run({ personId, revision })
    if (answer) onConfirmed(answer)
  }
  return (
    <View className="staff-form">
      <View className="staff-name">
        <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
          {name}
        </View>
        <Tag kind={stateWords[state].kind}>{stateWords[state].words}</Tag>
      </View>
      <View className="c-2">{stands[state] || (boundAt && `${instantWords(boundAt)}绑定`)}</View>
      {posts.map((post) => (
        <View key={JSON.stringify(post)} className="post">
          <View className="post-head">
            <View className="t-b">{postWords(post, hall)}</View>
            <Tag kind={isHeld(post, today) ? 'done' : ''}>
              {isHeld(post, today) ? '今天在岗' : post.from > today ? '还没到' : '到期了'}
            </Tag>
          </View>
          <View className="t-2 c-2">
            {spanWords(post, today)}
            {post.deputyFor && `，替${nameOf(post.deputyFor) ?? '同事'}`}
          </View>
        </View>
      ))}
      {pendingPosts && (
        <View className="post">
          <View className="t-b">等第二位管理员确认的</View>
          {pendingPosts.map((post) => (
            <View key={JSON.stringify(post)} className="t-2 c-2">
              {postWords(post, hall)}，{spanWords(post, today)}
            </View>
          ))}
        </View>
      )}
      <TroubleNotice trouble={acts.trouble} what="没办成" />
      {!mine && <View className="c-2 mt-3">这个岗位由系统管理员管。</View>}
      {(state === 'awaiting-second' || pendingPosts) && role === 'admin' && (
        <View className="mt-4">
          <Button id="confirm-staff" kind="main" busy={acts.busy} onPress={() => void confirm()}>
            我是第二人，确认
          </Button>
        </View>
      )}
      {mine && (
        <View className="staff-ways">
          <Button kind="soft" id="change-posts" onPress={() => onChange('posts')}>
            {state === 'disabled' ? '重新给岗位' : '调整岗位'}
          </Button>
          {(state === 'active' || state === 'invited') && (
            <Button kind="line" id="reinvite" onPress={() => onChange('reinvite')}>
              {state === 'invited' ? '换个邀请码' : '换手机，重新绑定'}
            </Button>
          )}
          {state === 'active' && (
            <Button kind="line" id="end-sessions" onPress={() => onChange('sessions')}>
              退出所有登录
            </Button>
          )}
          {state !== 'disabled' && (
            <Button kind="bad" id="disable" onPress={() => onChange('disable')}>
              停用
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
