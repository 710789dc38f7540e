import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { bindStaff, confirmBinding } from '@one-window/shared/staff/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Qr } from '@/components/qr/qr'
import { TroubleNotice } from '@/features/foundation/states'
import { fieldError, useAction } from '@/features/foundation/use-action'
import { digitsOf, isWhole } from '@/features/staff/digits'
import { enter } from '@/features/staff/enter'
import '@/features/staff/staff.scss'
import { useWechatCode } from '@/features/staff/use-wechat-code'
import { copy } from '@/gateways/clipboard'
import { go } from '@/gateways/go'

const CODE_LENGTH = 10

/** An invitation code as it is read out: blanks and small letters do no harm. */
const inviteCodeOf = (text: string): string => text.toUpperCase().replace(/[^A-Z2-9]/g, '')

/** Binds a staff member's WeChat to their invitation, then sets up the six digits that every sign-in asks for. */
export default function StaffBind() {
  const [bound, setBound] = useState<OutputOf<typeof bindStaff>>()
  return (
    <Page
      title="绑定微信"
      head={
        <View>
          <View className="t-say">{bound ? `${bound.name}，再装好动态码` : '第一次来，先绑定微信'}</View>
          <View className="c-2 mt-1">{bound ? '第2步，共2步' : '第1步，共2步'}</View>
        </View>
      }
    >
      {bound ? <SetUpCode bound={bound} /> : <Invitation onBound={setBound} />}
    </Page>
  )
}

function Invitation({ onBound }: { onBound: (bound: OutputOf<typeof bindStaff>) => void }) {
  const [inviteCode, setInviteCode] = useState('')
  const wechat = useWechatCode()
  const bind = useAction(bindStaff)
  if (!wechat.there) {
    return (
      <Blank
        icon="phone"
        say="请在手机微信里绑定"
        more="用自己的手机打开微信小程序，再到这一页填邀请码。电脑上绑不了。"
        way={{ words: '返回', onPress: go.back }}
      />
    )
  }
  const send = async () => {
    const code = await wechat.ask()
    const answer = code && (await bind.run({ inviteCode, code }))
    if (answer) onBound(answer)
  }
  return (
    <Card>
      <TroubleNotice trouble={wechat.trouble ?? bind.trouble} what="没绑上" />
      <Field
        id="invite-code"
        label="邀请码"
        hint="10个字母和数字"
        note="问邀请您的人要，只能用一次"
        value={inviteCode}
        onChange={(text) => setInviteCode(inviteCodeOf(text))}
        error={fieldError(bind.trouble, '/inviteCode')}
        maxLength={20}
      />
      <View className="mt-4">
        <Button
          id="bind"
          kind="main"
          busy={bind.busy || wechat.busy}
          busyWords="正在绑定…"
          disabled={inviteCode.length !== CODE_LENGTH}
          onPress={() => void send()}
        >
          绑定这个微信
        </Button>
      </View>
    </Card>
  )
}

function SetUpCode({ bound }: { bound: OutputOf<typeof bindStaff> }) {
  const [totp, setTotp] = useState('')
  const confirm = useAction(confirmBinding)
  const send = async () => {
    const tokens = await confirm.run({ bindTicket: bound.bindTicket, totp })
    if (!tokens) return
    enter(tokens)
    go.mine()
  }
  return (
    <>
      <Card title="把密钥加到动态码软件里">
        <View className="c-2">
          手机应用商店里搜“动态口令”或“身份验证器”，装一个，选“手动输入密钥”，贴上它。
        </View>
        <View className="secret num" id="secret">
          {bound.secret.replace(/(.{4})/g, '$1 ').trim()}
        </View>
        <Button kind="soft" id="copy-secret" onPress={() => copy(bound.secret)}>
          复制密钥
        </Button>
        <View className="t-2 c-2 mt-4">软件装在另一部手机上，就扫这个码：</View>
        <View className="mid">
          <Qr text={bound.uri} label="动态码软件扫的码" />
        </View>
        <Notice kind="warn">密钥只显示这一次，不要截图，不要给别人。</Notice>
      </Card>
      <Card title="填软件上现在的6位数字">
        <TroubleNotice trouble={confirm.trouble} what="没绑上" />
        <Field
          id="totp"
          kind="code"
          label="动态码"
          hint="6位数字"
          note="10分钟里填好，过了要重新绑一次"
          value={totp}
          onChange={(text) => setTotp(digitsOf(text))}
          error={fieldError(confirm.trouble, '/totp')}
          maxLength={10}
        />
        <View className="mt-4">
          <Button
            id="confirm-binding"
            kind="main"
            busy={confirm.busy}
            busyWords="正在确认…"
            disabled={!isWhole(totp)}
            onPress={() => void send()}
          >
            绑好，登录
          </Button>
        </View>
      </Card>
    </>
  )
}
