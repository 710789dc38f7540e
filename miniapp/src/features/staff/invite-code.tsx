import { View } from '@tarojs/components'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { instantWords } from '@one-window/shared/foundation/time'
import type { inviteStaff } from '@one-window/shared/staff/endpoints'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { copy } from '@/gateways/clipboard'

/** What came of an invitation, and for whom. */
export type Invited = OutputOf<typeof inviteStaff>

/** The one-time code in letters that can be read across a desk; it is nowhere else and never shown again. */
export function InviteCode({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const { member, inviteCode, expiresAt } = invited
  const { name } = member
  if (!inviteCode) {
    const waits = member.state === 'awaiting-second'
    return (
      <View className="staff-form">
        <View className="t-4 t-b">{waits ? '还差一位管理员确认' : `${name}的邀请码出过了`}</View>
        <View className="c-2 mt-2">
          {waits
            ? `${name}的岗位要两个人同意。请另一位管理员登录，在名单里点${name}确认，邀请码就出来了。`
            : `邀请码只显示一次。没记下来的，在名单里点${name}，换个邀请码。`}
        </View>
        <View className="mt-4">
          <Button kind="main" onPress={onDone}>
            知道了
          </Button>
        </View>
      </View>
    )
  }
  return (
    <View className="staff-form">
      <View className="t-4 t-b">把这个邀请码告诉{name}</View>
      <View className="invite-code num" id="invite-code" {...{ 'aria-label': [...inviteCode].join(' ') }}>
        <View>{inviteCode.slice(0, 5)}</View>
        <View>{inviteCode.slice(5)}</View>
      </View>
      {expiresAt && <View className="c-2">到{instantWords(expiresAt)}有效，只能用一次。</View>}
      <View className="c-2 mt-2">
        请本人打开小程序，点“我的”里的“工作人员登录”，再点“第一次来，绑定微信”。
      </View>
      <View className="mt-3">
        <Notice kind="warn">只在这里显示这一次，离开就看不到了。</Notice>
      </View>
      <View className="mt-4">
        <Button kind="soft" onPress={() => copy(inviteCode)}>
          复制
        </Button>
      </View>
      <View className="mt-2">
        <Button kind="main" id="code-told" onPress={onDone}>
          已经告诉本人
        </Button>
      </View>
    </View>
  )
}
