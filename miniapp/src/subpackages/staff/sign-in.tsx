import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { QrSignIn } from '@/features/identity/qr-sign-in'
import '@/features/staff/staff.scss'
import { TotpSignIn } from '@/features/staff/totp-sign-in'
import { go } from '@/gateways/go'
import { useSession } from '@/gateways/session'
import { wechatCode } from '@/gateways/wechat-login'
import { Blank } from '@/components/blank/blank'
import { roleWords } from '@one-window/shared/foundation/roles'

/** Where staff sign in: on the phone by WeChat and six digits, on a PC by the phone. */
export default function StaffSignIn() {
  const session = useSession()
  if (session && session.role !== 'resident') {
    return (
      <Page title="工作人员登录" middle>
        <Blank
          icon="check"
          kind="done"
          say={`${session.greeting}，登录好了`}
          more={`这次用的岗位是${roleWords[session.role]}。`}
          way={{ words: '开始干活', onPress: go.mine }}
        />
      </Page>
    )
  }
  return (
    <Page title="工作人员登录" head={<View className="t-say">没有密码，用手机就能登录</View>}>
      {wechatCode ? <TotpSignIn /> : <QrSignIn />}
      {wechatCode && (
        <View className="sign-out">
          <Button kind="line" id="to-bind" onPress={go.staffBind}>
            第一次来，绑定微信
          </Button>
        </View>
      )}
      <View className="page-note t-2 c-2">手机换了、动态码丢了，请主任或管理员重新邀请一次。</View>
    </Page>
  )
}
