import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { roleWords, type Role } from '@one-window/shared/foundation/roles'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { signOut } from '@one-window/shared/identity/endpoints'
import { sessionLife } from '@one-window/shared/identity/session'
import { Blank } from '@/components/blank/blank'
import { Page } from '@/components/page/page'
import { call } from '@/gateways/api'
import { go } from '@/gateways/go'
import { useIdle } from '@/gateways/idle'
import { hasKeyboard } from '@/gateways/platform'
import { expireSession, useSession, type Session } from '@/gateways/session'
import { useLoad, valueOf } from '../foundation/use-load'
import { myHallId } from '../halls/my-hall'
import { TotpSignIn } from '../staff/totp-sign-in'
import { QrSignIn } from './qr-sign-in'
import { SignIn } from './sign-in'

const NAME_HOURS = 24
const signsInLocally = process.env.TARO_APP_LOCAL_SIGN_IN === 'true'

/** Who is working, and where. */
export interface Staff {
  session: Session
  hallId: string
  hallName: string
}

interface StaffGateProps {
  title: string
  roles: readonly Role[]
  children: (staff: Staff) => ReactNode
}

/**
 * Shows a work screen to those whose work it is; tells everybody else where to go. The server decides again. When
 * nobody has touched anything for half an hour the screen locks: nothing of it is left to see, and whoever signs in
 * again is back in the same place.
 */
export function StaffGate({ title, roles, children }: StaffGateProps) {
  const session = useSession()
  const [locked, setLocked] = useState(false)
  const hallId = session?.hallIds[0] ?? myHallId()
  const hall = valueOf(
    useLoad(viewHall, { hallId }, { when: session !== undefined, keptForHours: NAME_HOURS }),
  )
  const mine = session !== undefined && roles.includes(session.role)
  useEffect(() => {
    if (session) setLocked(false)
  }, [session])
  useIdle(sessionLife.staffIdleMs, mine, () => {
    setLocked(true)
    // The service ends it too; without a network it does so by itself.
    call(signOut, {}).catch(() => undefined)
    expireSession()
  })

  if (!session) return <SignInHere title={title} roles={roles} locked={locked} />
  if (!mine) {
    return (
      <Page title={title} middle>
        <Blank
          icon="me"
          say={`这一页给${whoseWords(roles)}用`}
          more={`您现在的身份是${roleWords[session.role]}。换一个身份登录就能看。`}
          way={{ words: '换身份登录', onPress: go.mine }}
          otherWay={{ words: '回首页', onPress: go.home }}
        />
      </Page>
    )
  }
  return <>{children({ session, hallId, hallName: hall?.name ?? '政务服务中心' })}</>
}

const whoseWords = (roles: readonly Role[]): string => roles.map((role) => roleWords[role]).join('、')

/** Signing in where the work is: afterwards the person is where they were. */
function SignInHere({ title, roles, locked }: { title: string; roles: readonly Role[]; locked: boolean }) {
  return (
    <Page
      title={title}
      head={
        <View {...{ role: 'status' }}>
          <View className="t-say">{locked ? '半小时没人动，先锁上了' : '先登录，再开始干活'}</View>
          <View className="c-2 mt-1">
            {locked
              ? '再登录一次就回到刚才那里，填过的都还在。'
              : `${whoseWords(roles)}登录后，事情都在这里。`}
          </View>
        </View>
      }
    >
      {signsInLocally && hasKeyboard && <SignIn />}
      {hasKeyboard ? <QrSignIn about={locked ? '用手机扫码，接着办' : undefined} /> : <TotpSignIn />}
    </Page>
  )
}
