import { View } from '@tarojs/components'
import { useState } from 'react'
import { clockWords, chinaClock } from '@one-window/shared/foundation/time'
import { confirmDeskSignIn, viewDeskSignIn } from '@one-window/shared/staff/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card, SumRow } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard } from '@/components/skeleton/skeleton'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad } from '@/features/foundation/use-load'
import '@/features/staff/staff.scss'
import { ticketOf } from '@/features/staff/ticket-of'
import { TotpSignIn } from '@/features/staff/totp-sign-in'
import { go, query } from '@/gateways/go'
import { wechatCode } from '@/gateways/wechat-login'
import { scan } from '@/gateways/scan'
import { useSession } from '@/gateways/session'

/** The phone lets a PC in: scans its code, shows which machine asks, and waits for a yes. */
export default function ConfirmDesk() {
  const session = useSession()
  const { ticketId, scene } = query()
  const [ticket, setTicket] = useState(() => ticketId ?? ticketOf(scene))
  const [unread, setUnread] = useState(false)
  const read = async () => {
    const text = await scan?.()
    if (!text) return
    const found = ticketOf(text)
    setUnread(found === undefined)
    setTicket(found)
  }
  if (!session) {
    return (
      <Page title="登录电脑" head={<View className="t-say">先在手机上登录</View>}>
        {wechatCode ? <TotpSignIn /> : <InWechat />}
      </Page>
    )
  }
  if (!ticket) {
    return (
      <Page title="登录电脑" middle>
        {unread && <Notice kind="warn">这不是登录电脑的码，请对着电脑上的码再扫一次。</Notice>}
        <Blank
          icon="qr"
          say="扫电脑上的登录码"
          more={
            scan
              ? '电脑上打开窗口工作台，会显示一个码，两分钟换一次。'
              : '请在手机微信里打开小程序来扫，浏览器里扫不了。'
          }
          way={scan && { words: '扫一扫', onPress: () => void read() }}
          otherWay={{ words: '返回', onPress: go.back }}
        />
      </Page>
    )
  }
  return <Asked key={ticket} ticketId={ticket} onOther={() => setTicket(undefined)} />
}

function InWechat() {
  return (
    <Blank
      icon="phone"
      say="请在手机微信里打开"
      more="用绑过的手机打开微信小程序，再扫电脑上的码。"
      way={{ words: '返回', onPress: go.back }}
    />
  )
}

function Asked({ ticketId, onOther }: { ticketId: string; onOther: () => void }) {
  const loaded = useLoad(viewDeskSignIn, { ticketId })
  const confirm = useAction(confirmDeskSignIn)
  const [done, setDone] = useState(false)
  if (done) {
    return (
      <Page title="登录电脑" middle>
        <Blank
          icon="check"
          kind="done"
          say="电脑登录好了"
          more="半小时没人动，电脑会自己锁上，再扫一次就行。"
          way={{ words: '好', onPress: go.back }}
        />
      </Page>
    )
  }
  const yes = async () => {
    if (await confirm.run({ ticketId })) setDone(true)
  }
  return (
    <Page title="登录电脑" head={<View className="t-say">让这台电脑用您的身份登录？</View>}>
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={2} />}>
        {({ machine, openedAt }) => (
          <>
            <Card>
              <SumRow name="哪台" value={machine || '没说是哪台'} />
              <SumRow name="什么时候要登录的" value={clockWords(chinaClock(new Date(openedAt)))} />
            </Card>
            <Notice kind="warn">只确认您面前这台。别人发来的码，不要确认。</Notice>
            <View className="yes-no">
              <TroubleNotice trouble={confirm.trouble} what="没登录上" />
              <Button id="let-in" kind="main" busy={confirm.busy} onPress={() => void yes()}>
                是我面前这台，确认
              </Button>
              <Button kind="line" onPress={confirm.trouble ? onOther : go.back}>
                {confirm.trouble ? '重新扫' : '不是，取消'}
              </Button>
            </View>
          </>
        )}
      </WhenLoaded>
    </Page>
  )
}
