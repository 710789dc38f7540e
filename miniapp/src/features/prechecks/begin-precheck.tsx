import { View } from '@tarojs/components'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { createPrecheck, listMyPrechecks } from '@one-window/shared/prechecks/endpoints'
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import { precheckLifecycle } from '@one-window/shared/prechecks/lifecycle'
import { notAcceptance } from '@one-window/shared/prechecks/precheck-words'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { Steps } from '@/components/steps/steps'
import { go } from '@/gateways/go'
import { TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'
import { useLoad, valueOf } from '../foundation/use-load'
import { myHallId } from '../halls/my-hall'
import { PrecheckRow } from './precheck-row'

const steps = [
  { state: 'plain', name: '照清单拍材料', note: '一样一张，拍清楚、拍全。没信号也先拍，有了信号自动传' },
  { state: 'plain', name: '发给窗口看', note: '窗口一样一样看，行不行都写明白' },
  { state: 'plain', name: '都行了再来', note: '带上原件，不白跑一趟' },
] as const

/** What a pre-check is, before the first photo; one that is under way for the same service is offered first. */
export function BeginPrecheck({ serviceId }: { serviceId: string }) {
  const service = valueOf(useLoad(viewService, { serviceId }))
  const mine = valueOf(useLoad(listMyPrechecks, {}, { fresh: true }))
  const create = useAction(createPrecheck)
  const open = (mine?.prechecks ?? []).filter(
    (told) =>
      told.serviceId === serviceId && actionsFrom(precheckLifecycle, told.status).indexOf('withdraw') >= 0,
  )
  const begin = async () => {
    const begun = await create.run({ hallId: myHallId(), serviceId })
    if (begun) go.begunPrecheck(begun.precheckId)
  }
  return (
    <Page
      title="预审"
      head={
        <>
          <View className="t-say">先拍照，让窗口看看行不行</View>
          <View className="c-2 mt-1">{service?.plainName ?? ' '}</View>
        </>
      }
      dock={
        <>
          <TroubleNotice trouble={create.trouble} what="没开始" />
          <Button
            id="begin-precheck"
            kind={open.length > 0 ? 'soft' : 'main'}
            className={create.trouble ? 'mt-2' : ''}
            busy={create.busy}
            busyWords="正在准备…"
            onPress={() => void begin()}
          >
            {open.length > 0 ? '另外再拍一份' : '开始拍'}
          </Button>
        </>
      }
    >
      {open.length > 0 && (
        <>
          <SectionTitle title="这件事您拍过" />
          <Card list>
            {open.map((told) => (
              <PrecheckRow key={told.precheckId} told={told} />
            ))}
          </Card>
        </>
      )}
      <Card>
        <Steps steps={[...steps]} />
      </Card>
      <Notice kind="quiet">{notAcceptance}不拍也能办，带原件来就行。</Notice>
      <View className="page-note t-2 c-3">
        照片加密存着，只有窗口看得到；印上“仅用于办理这件事”，拍照的地点会自动去掉。
      </View>
    </Page>
  )
}
