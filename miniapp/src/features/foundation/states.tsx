import type { ReactNode } from 'react'
import { instantWords } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Notice } from '@/components/notice/notice'
import { go } from '@/gateways/go'
import type { Trouble } from '@/gateways/refusal'
import { useSession } from '@/gateways/session'
import type { Loaded, Loading } from './use-load'

/** The line over last known content: no network, and when it was seen. */
export function StaleLine({ loaded, reload }: { loaded: Loaded<unknown>; reload: () => void }) {
  if (loaded.state !== 'stale') return null
  return (
    <Notice kind="warn" icon="cloud" strip action={{ words: '刷新', onPress: reload }}>
      没有网。这是{instantWords(loaded.at)}看到的
    </Notice>
  )
}

/** A whole page in place of content that did not come: what happened, what to do, a way on. */
export function TroubleBlank({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const home = { words: '回首页', onPress: go.home }
  if (trouble.kind === 'offline') {
    return (
      <Blank
        icon="cloud"
        kind="warn"
        say="没有连上网"
        more="看看手机信号或无线网，连上了再试一次。"
        way={{ words: '再试一次', onPress: onRetry }}
        otherWay={home}
      />
    )
  }
  if (trouble.kind === 'refused' && trouble.code === 'not-signed-in') {
    return (
      <Blank
        icon="me"
        say="先登录，再看自己的事"
        more="登录以后，您的预约和办件都在这里。"
        way={{ words: '去登录', onPress: go.mine }}
        otherWay={home}
      />
    )
  }
  if (trouble.kind === 'refused' && trouble.status < 500) {
    return (
      <Blank
        icon="info"
        kind="warn"
        say={trouble.title}
        way={{ words: '返回', onPress: go.back }}
        otherWay={home}
      />
    )
  }
  return (
    <Blank
      icon="stop"
      kind="bad"
      say={trouble.kind === 'refused' ? trouble.title : '没打开'}
      more="我们这边出了点问题，不是您的错。过一会儿再试一次。"
      way={{ words: '再试一次', onPress: onRetry }}
      otherWay={home}
    />
  )
}

/** Why something a person did has not worked, over the button that tries again. What was typed is still there. */
export function TroubleNotice({ trouble, what }: { trouble: Trouble | undefined; what: string }) {
  const session = useSession()
  if (!trouble) return null
  if (trouble.kind === 'refused' && trouble.code === 'not-signed-in') {
    if (session) return null
    return (
      <Notice kind="warn" action={{ words: '去登录', onPress: go.mine }}>
        {what}：登录到期了。您填的都还在，登录好再点一次。
      </Notice>
    )
  }
  if (trouble.kind === 'refused' && trouble.status < 500) return <Notice kind="warn">{trouble.title}</Notice>
  if (trouble.kind === 'offline') {
    return (
      <Notice kind="bad" icon="cloud">
        {what}：没有连上网。您填的都还在，连上了再点一次。
      </Notice>
    )
  }
  return <Notice kind="bad">{what}：我们这边出了点问题，不是您的错。您填的都还在，再点一次就行。</Notice>
}

interface WhenLoadedProps<T> {
  loaded: Loading<T>
  /** The skeleton of the real layout. */
  loading: ReactNode
  children: (value: T) => ReactNode
}

/** Shows the skeleton, the trouble, or the content. */
export function WhenLoaded<T>({ loaded, loading, children }: WhenLoadedProps<T>) {
  if (loaded.state === 'idle' || loaded.state === 'loading') return <>{loading}</>
  if (loaded.state === 'failed') return <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
  return <>{children(loaded.value)}</>
}
