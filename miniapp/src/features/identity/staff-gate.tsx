import type { ReactNode } from 'react'
import { roleWords, type Role } from '@one-window/shared/foundation/roles'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Blank } from '@/components/blank/blank'
import { Page } from '@/components/page/page'
import { go } from '@/gateways/go'
import { useSession, type Session } from '@/gateways/session'
import { useLoad, valueOf } from '../foundation/use-load'
import { myHallId } from '../halls/my-hall'

const NAME_HOURS = 24

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

/** Shows a work screen to those whose work it is; tells everybody else where to go. The server decides again. */
export function StaffGate({ title, roles, children }: StaffGateProps) {
  const session = useSession()
  const hallId = session?.hallIds[0] ?? myHallId()
  const hall = valueOf(
    useLoad(viewHall, { hallId }, { when: session !== undefined, keptForHours: NAME_HOURS }),
  )

  if (!session || !roles.includes(session.role)) {
    const whose = roles.map((role) => roleWords[role]).join('、')
    return (
      <Page title={title} middle>
        <Blank
          icon="me"
          say={session ? `这一页给${whose}用` : '先登录，再开始干活'}
          more={
            session
              ? `您现在的身份是${roleWords[session.role]}。换一个身份登录就能看。`
              : `${whose}登录后，事情都在这里。`
          }
          way={{ words: session ? '换身份登录' : '去登录', onPress: go.mine }}
          otherWay={{ words: '回首页', onPress: go.home }}
        />
      </Page>
    )
  }
  return <>{children({ session, hallId, hallName: hall?.name ?? '政务服务中心' })}</>
}
