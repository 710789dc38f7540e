import { useEffect } from 'react'
import { readScene } from '@one-window/shared/halls/scene'
import { openRatingCode } from '@one-window/shared/ratings/endpoints'
import { Blank } from '@/components/blank/blank'
import { Page } from '@/components/page/page'
import { SkelCard } from '@/components/skeleton/skeleton'
import { WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { setMyHall } from '@/features/halls/my-hall'
import { SignIn } from '@/features/identity/sign-in'
import { go, query } from '@/gateways/go'
import { useSession } from '@/gateways/session'

/** What a scanned code opens: a hall or its window is remembered and shown, a rating's code leads to its rating. */
export default function Scan() {
  const scene = readScene(query().scene ?? '')
  const hallId = scene && scene.for !== 'rating' ? scene.hallId : undefined
  useEffect(() => {
    if (hallId === undefined) return
    setMyHall(hallId)
    go.home()
  }, [hallId])
  if (!scene)
    return (
      <Page title="扫码" middle>
        <Blank
          icon="calendar"
          kind="warn"
          say="没认出这个码"
          more="请扫大厅、窗口或回执上的码。"
          way={{ words: '回首页', onPress: go.home }}
        />
      </Page>
    )
  return <Page title="扫码">{scene.for === 'rating' ? <Rating code={scene.code} /> : <SkelCard />}</Page>
}

function Rating({ code }: { code: string }) {
  const session = useSession()
  const isResident = session?.role === 'resident'
  const opened = useLoad(openRatingCode, { code }, { when: isResident })
  const found = valueOf(opened)
  useEffect(() => {
    if (found) go.openedRating(found.caseId, found.contact, 'desk-code')
  }, [found])
  if (!isResident) return <SignIn />
  return (
    <WhenLoaded loaded={opened} loading={<SkelCard />}>
      {() => <SkelCard />}
    </WhenLoaded>
  )
}
