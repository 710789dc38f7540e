import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { agreeToNotice } from '@one-window/shared/identity/endpoints'
import { noticeVersion } from '@one-window/shared/identity/notice'
import { noticeFields, noticeOthers, noticeRights } from '@one-window/shared/identity/notice-words'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Fold } from '@/components/fold/fold'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { TroubleNotice } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { CallCell } from '@/features/halls/call-cell'
import { myHallId } from '@/features/halls/my-hall'
import { agreedHere } from '@/features/identity/agreed-here'
import { AgreeButton } from '@/features/identity/wechat-buttons'
import { decideConsent, leaveConsent } from '@/gateways/consent'
import { go, query } from '@/gateways/go'
import { openWechatGuide } from '@/gateways/privacy'
import { useSession } from '@/gateways/session'
import './account.scss'

const HALL_HOURS = 24

/** 个人信息怎么用: told before anything is collected; with `ask` a call waits for the answer. */
export default function NoticePage() {
  const asked = query().ask !== undefined
  const session = useSession()
  const agree = useAction(agreeToNotice)
  const hall = valueOf(useLoad(viewHall, { hallId: myHallId() }, { keptForHours: HALL_HOURS }))
  // leaving the page in any way is a no
  useEffect(() => leaveConsent, [])

  const accept = async () => {
    if (session?.role === 'resident' && !(await agree.run({ version: noticeVersion }))) return
    agreedHere.remember()
    decideConsent()
    go.back()
  }

  return (
    <Page
      title="个人信息怎么用"
      head={
        <>
          <View className="t-say">您的信息，只用来给您办事</View>
          <View className="t-2 c-2 mt-1">{hall?.name ?? '乡政务服务中心'}告诉您：收什么、怎么用</View>
        </>
      }
      dock={
        asked && (
          <>
            <TroubleNotice trouble={agree.trouble} what="没记上" />
            <View className={agree.trouble ? 'mt-2' : ''}>
              <AgreeButton words={agree.busy ? '正在记…' : '看过了，同意'} onAgree={() => void accept()} />
            </View>
            <View className="mt-2">
              <Button id="disagree" kind="text" onPress={go.back}>
                先不同意
              </Button>
            </View>
          </>
        )
      }
    >
      <SectionTitle title="收什么，做什么用" />
      {noticeFields.map(({ what, needed, why, who, until }) => (
        <Card key={what} title={what} side={needed ? '办事要用' : '可以不给'}>
          <View>{why}。</View>
          <View className="about">
            <View className="about-name">谁能看</View>
            <View className="about-value">{who}</View>
          </View>
          <View className="about">
            <View className="about-name">留多久</View>
            <View className="about-value">{until}</View>
          </View>
        </Card>
      ))}
      <SectionTitle title="您可以" />
      <Card list>
        {noticeRights.map(({ right, how }) => (
          <Cell key={right} title={right} note={how} />
        ))}
      </Card>
      <SectionTitle title="还有谁会用到" />
      <Card>
        {noticeOthers.map((line) => (
          <View key={line} className="about-line">
            {line}
          </View>
        ))}
      </Card>
      <SectionTitle title="找谁问" />
      <Card list>
        <Cell icon="pin" title={hall?.name ?? '乡政务服务中心'} note={hall?.address ?? '地址待乡里确认'} />
        <CallCell phone={hall?.phone} />
        {openWechatGuide && <Cell icon="shield" title="微信上备案的说明" onPress={openWechatGuide} />}
      </Card>
      <Fold title="依据">
        <View className="t-2 c-2">
          个人信息保护法第十三条、第十七条、第二十八条、第四十四条到第五十条。不满14周岁的，请监护人来办。
          告知书版本{noticeVersion}，有大的变动会再问您一次。
        </View>
      </Fold>
    </Page>
  )
}
