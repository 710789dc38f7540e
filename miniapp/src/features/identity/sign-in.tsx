import { View } from '@tarojs/components'
import { useState } from 'react'
import { signInLocally, signInWithWechat } from '@one-window/shared/identity/endpoints'
import { noticeVersion } from '@one-window/shared/identity/notice'
import { demoPeople } from '@one-window/shared/identity/demo-people'
import { roleWords, type Role } from '@one-window/shared/foundation/roles'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { askConsent } from '@/gateways/consent'
import { go } from '@/gateways/go'
import { Unreachable, type Trouble } from '@/gateways/refusal'
import { openSession } from '@/gateways/session'
import { wechatCode } from '@/gateways/wechat-login'
import { fieldError, useAction } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import { myHallId } from '../halls/my-hall'
import { agreedHere } from './agreed-here'
import { QrSignIn } from './qr-sign-in'

/** Set when the app is built for a run on one machine; a production build carries no chooser. */
const signsInLocally = process.env.TARO_APP_LOCAL_SIGN_IN === 'true'

/**
 * Signing in: by WeChat on a phone; in a browser staff let the PC in by their phone. On a local run also: a choice of
 * people, one of each role.
 */
export function SignIn() {
  return (
    <>
      {signsInLocally && <RoleChooser />}
      {wechatCode ? <WechatSignIn code={wechatCode} /> : !signsInLocally && <InBrowser />}
    </>
  )
}

function InBrowser() {
  return (
    <>
      <Notice kind="info">群众请在微信里打开小程序登录。不用手机的，直接到大厅窗口办，一样办。</Notice>
      <QrSignIn />
    </>
  )
}

function WechatSignIn({ code }: { code: () => Promise<string> }) {
  const [trouble, setTrouble] = useState<Trouble>()
  const signIn = useAction(signInWithWechat)
  const enter = async () => {
    setTrouble(undefined)
    if (!agreedHere.is() && !(await askConsent())) return
    const given = await code().catch(() => setTrouble(new Unreachable()))
    const tokens = given && (await signIn.run({ code: given, agreed: noticeVersion }))
    if (tokens) openSession(tokens)
  }
  return (
    <>
      <TroubleNotice trouble={trouble ?? signIn.trouble} what="没登录上" />
      <Card>
        <Button
          id="wechat-sign-in"
          kind="main"
          busy={signIn.busy}
          busyWords="正在登录…"
          onPress={() => void enter()}
        >
          微信登录
        </Button>
        <View className="t-2 c-2 mt-3">
          不用注册，不收您的头像和微信号。第一次登录，先告诉您个人信息怎么用。
        </View>
      </Card>
      <Card list>
        <Cell icon="shield" title="个人信息怎么用" onPress={() => go.notice()} />
        <Cell id="to-staff-sign-in" icon="people" title="我是工作人员" onPress={go.staffSignIn} />
      </Card>
    </>
  )
}

function RoleChooser() {
  const [person, setPerson] = useState('')
  const signIn = useAction(signInLocally)
  const enter = async (name: string, role: Role) => {
    const session = await signIn.run({
      role,
      person: name,
      hallId: role === 'resident' ? undefined : myHallId(),
      // people of the chooser have no authenticator
      steppedUp: role === 'resident' ? undefined : true,
    })
    if (session) openSession({ ...session, greeting: name })
  }
  return (
    <>
      <Notice kind="info">这是本机试用：点一个人，就用这个人的身份看。</Notice>
      <TroubleNotice trouble={signIn.trouble} what="没登录上" />
      <Card list>
        {demoPeople.map(({ person: name, role, note }) => (
          <Cell
            key={role}
            id={`as-${role}`}
            icon={role === 'resident' ? 'me' : 'people'}
            title={`${name}，${roleWords[role]}`}
            note={note}
            onPress={() => void enter(name, role)}
          />
        ))}
      </Card>
      <Card title="换一位群众">
        <Field
          id="person"
          label="叫什么(写一样的名字，就是同一个人)"
          value={person}
          onChange={setPerson}
          hint="比如：刘桂英"
          error={fieldError(signIn.trouble, '/person')}
        />
        <View className="mt-3">
          <Button
            kind="soft"
            busy={signIn.busy}
            busyWords="正在登录…"
            disabled={!person.trim()}
            onPress={() => void enter(person.trim(), 'resident')}
          >
            用这个名字登录
          </Button>
        </View>
      </Card>
    </>
  )
}
