import { View } from '@tarojs/components'
import { useState } from 'react'
import { signDossier, viewDossier } from '@one-window/shared/follow-ups/endpoints'
import type { FollowUpWhole } from '@one-window/shared/follow-ups/follow-up'
import { Button } from '@/components/button/button'
import { Kbd } from '@/components/kbd/kbd'
import { Notice } from '@/components/notice/notice'
import { SkelCard } from '@/components/skeleton/skeleton'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { contactWords, headWords } from '@/features/oversight/follow-up-words'
import { OversightPage } from '@/features/oversight/oversight-page'
import { CheckTable, Part, Said, Story } from '@/features/oversight/whole-story'
import { useSteppedUp } from '@/features/staff/step-up'
import { go, query } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

/** What was handed over to the inspector: facts, evidence, the whole story; and signing for it. */
export default function DossierPage() {
  return (
    <StaffGate title="移交的卷" roles={['inspector']}>
      {(staff) => <Dossier staff={staff} />}
    </StaffGate>
  )
}

function Dossier({ staff }: { staff: Staff }) {
  const at = useNow()
  const { followUpId = '' } = query()
  const loaded = useLoad(viewDossier, { followUpId })
  const [signed, setSigned] = useState<FollowUpWhole>()
  const sign = useSteppedUp(useAction(signDossier))
  const value = signed ?? (loaded.state === 'ready' || loaded.state === 'stale' ? loaded.value : undefined)
  const waits = value?.transfer === 'sent'
  const send = async () => {
    if (value) setSigned((await sign.run({ followUpId, revision: value.revision })) ?? signed)
  }
  useKeys({ F2: waits && !sign.busy ? () => void send() : undefined, Escape: go.back })
  return (
    <OversightPage title="移交的卷" staff={staff} on="tasks" at={at} loaded={loaded} over={sign.sheet}>
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
        {() =>
          value && (
            <View className="ov-one is-narrow">
              <View className="ov-one-top">
                <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
                  {headWords(value)}
                </View>
                <View className="t-2 c-2">
                  {value.serviceName}，{contactWords(value)}
                </View>
              </View>
              <Notice kind="info" icon="shield">
                看这一卷会记一条。谁评的不在卷里。
              </Notice>
              <Handed followUp={value} />
              <Part title="评价">
                <Said followUp={value} />
              </Part>
              <Part title="和系统里的事实">
                <CheckTable checks={value.checks} />
              </Part>
              <Part title="经过">
                <Story followUp={value} />
              </Part>
              <View className="ov-sign">
                <TroubleNotice trouble={sign.trouble} what="没签上" />
                {waits ? (
                  <Button id="sign-dossier" kind="main" busy={sign.busy} onPress={() => void send()}>
                    签收
                    <Kbd>F2</Kbd>
                  </Button>
                ) : (
                  <Notice kind="done">签收了，谁签的、什么时候签的都有记录。</Notice>
                )}
              </View>
            </View>
          )
        }
      </WhenLoaded>
    </OversightPage>
  )
}

/** The facts and the list of evidence, as they were handed over. */
function Handed({ followUp }: { followUp: FollowUpWhole }) {
  const transfer = followUp.events.find(({ deed }) => deed === 'transfer')
  if (!transfer) return null
  return (
    <Part title="移交的事实和证据">
      <View>{transfer.words}</View>
      <View className="mt-2">
        {transfer.evidence?.map((each, at) => (
          <View key={each} className="t-2">
            {at + 1}. {each}
          </View>
        ))}
      </View>
    </Part>
  )
}
