import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Page } from '@/components/page/page'
import { useSession, type Session } from '@/gateways/session'
import { SignIn } from './sign-in'

/** Shows a page to the person it is about; who is not signed in does so here and stays. */
export function ResidentGate({
  title,
  children,
}: {
  title: string
  children: (session: Session) => ReactNode
}) {
  const session = useSession()
  if (session?.role === 'resident') return <>{children(session)}</>
  return (
    <Page title={title} head={<View className="t-say">先登录，再看自己的信息</View>}>
      <SignIn />
    </Page>
  )
}
