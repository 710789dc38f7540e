import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { viewHall } from '@one-window/shared/halls/endpoints'
import type { Precheck } from '@one-window/shared/prechecks/precheck'
import { notAcceptance, precheckWords } from '@one-window/shared/prechecks/precheck-words'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard, SkelHead } from '@/components/skeleton/skeleton'
import { go } from '@/gateways/go'
import type { Session } from '@/gateways/session'
import { StaleLine, TroubleBlank, TroubleNotice } from '../foundation/states'
import { fieldError } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'
import { useLoad, valueOf } from '../foundation/use-load'
import { CallCell } from '../halls/call-cell'
import { useMessageAsk } from '../notifications/use-message-ask'
import { PrecheckLines } from './precheck-lines'
import { usePrecheck } from './use-precheck'

/** One pre-check of the person: how it stands, the photos, what to do now. */
export function MyPrecheck({ precheckId, session }: { precheckId: string; session: Session }) {
  const mine = usePrecheck(precheckId)
  const { loaded, precheck } = mine
  const [busy, setBusy] = useState<Readonly<Record<string, boolean>>>({})
  const [draft, write, drop] = useDraft(`precheck:${precheckId}`, { name: '' })
  const askMessages = useMessageAsk('precheck')

  if (loaded.state === 'failed') {
    return (
      <Page title="预审" middle>
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </Page>
    )
  }
  if (!precheck) {
    return (
      <Page title="预审" head={<SkelHead />}>
        <SkelCard lines={3} />
        <SkelCard lines={3} />
      </Page>
    )
  }
  const name = draft.name || (precheck.name ?? session.greeting)
  const isBusy = Object.keys(busy).some((materialId) => busy[materialId])
  const send = async () => {
    askMessages?.()
    if (await mine.send(name)) drop()
  }
  const { say, more } = precheckWords(precheck)
  return (
    <Page
      title="预审"
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      head={
        <>
          <View className="t-say">{say}</View>
          <View className="c-2 mt-1">{more}</View>
          <View className="t-2 c-3 mt-2">
            {precheck.serviceName}，{precheck.hallName}
          </View>
        </>
      }
      dock={dockOf({
        precheck,
        trouble: <TroubleNotice trouble={mine.trouble} what="没办成" />,
        isBusy,
        isSending: mine.isSending,
        isNamed: name.trim() !== '',
        onSend: () => void send(),
      })}
    >
      {precheck.status === 'draft' && (
        <Card>
          <Field
            id="precheck-name"
            label="您的姓名"
            hint="身份证上的名字"
            maxLength={50}
            value={name}
            onChange={(next) => write({ name: next })}
            error={fieldError(mine.trouble, '/name')}
          />
        </Card>
      )}
      <PrecheckLines
        precheck={precheck}
        onPut={mine.put}
        onBusy={(materialId, on) => setBusy((before) => ({ ...before, [materialId]: on }))}
        onStale={mine.relink}
      />
      {precheck.status !== 'used' && precheck.status !== 'withdrawn' && (
        <>
          <Notice kind="quiet">{notAcceptance}</Notice>
          <Ways precheck={precheck} busy={mine.isWithdrawing} onTakeBack={() => void mine.takeBack()} />
        </>
      )}
    </Page>
  )
}

interface DockProps {
  precheck: Precheck
  trouble: ReactNode
  isBusy: boolean
  isSending: boolean
  isNamed: boolean
  onSend: () => void
}

/** The one thing to do now, when there is one. */
function dockOf({ precheck, trouble, isBusy, isSending, isNamed, onSend }: DockProps): ReactNode {
  const { status, outcome, lines, roundsLeft, serviceId, caseId } = precheck
  const isNew = lines.some(({ ok, files }) => ok === undefined && files.length > 0)
  if (status === 'draft' || (status === 'answered' && isNew && roundsLeft > 0)) {
    return (
      <>
        {trouble}
        <Button
          id="send-precheck"
          kind="main"
          className="mt-2"
          busy={isSending}
          busyWords="正在发…"
          disabled={!isNew || isBusy || !isNamed}
          onPress={onSend}
        >
          {isBusy ? '等照片传好…' : status === 'draft' ? '发给窗口看' : `再发给窗口看(还能发${roundsLeft}次)`}
        </Button>
      </>
    )
  }
  if (status === 'answered' && outcome === 'all-good') {
    return (
      <Button id="to-book" kind="main" onPress={() => go.slots({ serviceId })}>
        预约办理
      </Button>
    )
  }
  if (status === 'used' && caseId) {
    return (
      <Button id="to-case" kind="main" onPress={() => go.case(caseId)}>
        看办到哪了
      </Button>
    )
  }
  return undefined
}

interface WaysProps {
  precheck: Precheck
  busy: boolean
  onTakeBack: () => void
}

/** Ways on that are not the main one; taking back is asked about, for the photos go with it. */
function Ways({ precheck, busy, onTakeBack }: WaysProps) {
  const [asking, setAsking] = useState(false)
  const hall = valueOf(useLoad(viewHall, { hallId: precheck.hallId }))
  return (
    <Card list>
      <Cell
        icon="guide"
        title="看办事指南"
        note="要多久，多少钱"
        onPress={() => go.guide(precheck.serviceId)}
      />
      <CallCell phone={hall?.phone} />
      {asking ? (
        <View className="cell">
          <View className="cell-main">
            <View>撤回就把照片都删掉，找不回来。</View>
            <View className="mt-2">
              <Button id="take-back" kind="bad" busy={busy} busyWords="正在撤回…" onPress={onTakeBack}>
                撤回并删掉
              </Button>
            </View>
            <View className="mt-2">
              <Button kind="line" onPress={() => setAsking(false)}>
                不撤了
              </Button>
            </View>
          </View>
        </View>
      ) : (
        <Cell
          id="ask-take-back"
          icon="x"
          title={precheck.status === 'draft' ? '不拍了，删掉' : '撤回'}
          arrow="none"
          onPress={() => setAsking(true)}
        />
      )}
    </Card>
  )
}
