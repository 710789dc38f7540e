import { useState } from 'react'
import type { Booking } from '@one-window/shared/booking/booking'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Day } from '@one-window/shared/foundation/time'
import { go } from '@/gateways/go'
import { focusField } from '@/gateways/keys'
import type { CaseAct } from '../cases/act'
import { ActSheet } from '../cases/act-sheet'
import { deferrable } from '../cases/acts-of'
import {
  acceptAct,
  correctedAct,
  declineAct,
  gapsAct,
  informAct,
  supplementAct,
} from '../cases/acceptance-acts'
import { TroubleNotice } from '../foundation/states'
import { ActionBar, type DeskAction } from './action-bar'
import { countOf, missingOf } from './checklist'
import { promisedBy } from './due-words'
import { ReasonSheet } from './reason-sheet'
import type { IntakeWork } from './use-intake'
import type { Unmasking } from './use-unmask'

interface IntakeActionsProps {
  intake: IntakeWork
  booking: Booking | undefined
  service: Service | undefined
  today: Day
  unmasking: Unmasking | undefined
  /** Takes the name from the booking. */
  onTakeName: () => void
  /** To the case that is there already. */
  onTwin: (caseId: string) => void
  /** A sheet takes the keys, or gives them back. */
  onQuiet: (quiet: boolean) => void
}

/** What to do now with who stands at the window, until their case exists. */
export function IntakeActions(props: IntakeActionsProps) {
  const { intake, booking, service, today, unmasking, onTakeName, onTwin, onQuiet } = props
  const { draft, busy, twin } = intake
  const [open, setOpen] = useState<CaseAct | 'again'>()
  const show = (next: CaseAct | 'again' | undefined) => {
    setOpen(next)
    onQuiet(next !== undefined)
  }
  // the form makes room for what the service says of the person's other case
  const sheet = twin && open !== 'again' ? undefined : open
  if (booking?.status === 'booked') {
    return (
      <ActionBar
        say="人到了，先签到"
        more="签到以后再收件，不用重新取号"
        trouble={<TroubleNotice trouble={intake.checkInTrouble} what="没签上" />}
        next={{ words: '签到', run: () => void intake.checkIn(), busy, busyWords: '正在签到…' }}
      />
    )
  }
  if (!service) return <ActionBar say="先选办什么事" />

  const missing = missingOf(service, draft.marks)
  const { all, there } = countOf(service, draft.marks)
  const isNamed = intake.name.trim() !== ''
  const asks = (act: CaseAct): DeskAction => ({ words: act.words, run: () => show(act), busy })
  const lines = service.materials.map((line) => ({ ...line, missing: missing.includes(line) }))
  const supplement = asks(supplementAct(lines, service))
  const mayFollow = deferrable(missing, service)
  const gaps =
    missing.length > 0 && mayFollow.length === missing.length
      ? asks(gapsAct(mayFollow, promisedBy(service, today)))
      : undefined
  const decline = asks(
    declineAct(
      missing.length > 0 ? `没有这些必须的材料：${missing.map(({ name }) => name).join('、')}` : '',
      service.legalBasis[0],
    ),
  )
  const keepOnly: DeskAction = {
    words: '只收件',
    run: () => void intake.takeIn({ service, act: undefined }),
    busy,
  }
  const list: DeskAction = {
    words: '打印要补的',
    run: () =>
      go.printGuide(
        service.serviceId,
        missing.map(({ materialId }) => materialId),
      ),
  }
  const checked: DeskAction = { words: '证件核过了', run: () => void intake.checkIdentity(), busy }
  /** Each way keeps its number. */
  const ways = (more: { supplement?: DeskAction }): (DeskAction | undefined)[] => [
    isNamed ? more.supplement : undefined,
    isNamed ? gaps : undefined,
    isNamed ? decline : undefined,
    isNamed ? asks(informAct) : undefined,
    isNamed ? keepOnly : undefined,
    isNamed && missing.length === 0 ? asks(correctedAct) : missing.length > 0 ? list : undefined,
    intake.mayCheckIdentity ? checked : undefined,
  ]
  const shared = {
    quiet: sheet !== undefined,
    trouble: sheet ? undefined : (
      <TroubleNotice
        trouble={(twin ? undefined : intake.trouble) ?? intake.identityTrouble ?? unmasking?.trouble}
        what="没办成"
      />
    ),
  }
  const bar = () => {
    if (twin)
      return (
        <ActionBar
          {...shared}
          say="这个人今天已经办过这件事"
          more={`${twin.words}。先看看是不是同一件；真是另一件，写明原因再收`}
          kind="warn"
          next={{ words: '看已有的那件', run: () => onTwin(twin.caseId) }}
          others={[
            { words: '是另一件', run: () => show('again'), busy },
            { words: '回去改', run: intake.leave },
          ]}
        />
      )
    if (!isNamed)
      return (
        <ActionBar
          {...shared}
          say={
            missing.length > 0
              ? `还差${missing.length}样必须的材料，还没写申请人姓名`
              : '材料齐了，还没写申请人姓名'
          }
          more={booking ? '照身份证写，或者从预约里取' : '照身份证写'}
          kind="warn"
          next={
            booking
              ? { words: '取预约的姓名', run: onTakeName, busy: unmasking?.busy, busyWords: '正在取…' }
              : { words: '写姓名', run: () => focusField('applicant-name') }
          }
          others={ways({})}
        />
      )
    if (missing.length > 0)
      return (
        <ActionBar
          {...shared}
          say={`还差${missing.length}样必须的材料，现在不受理`}
          more={
            missing.length === all
              ? '收到一样，勾一样；都齐了点全部收齐'
              : `缺：${missing.map(({ name }) => name).join('、')}`
          }
          kind="warn"
          next={supplement}
          others={ways({})}
        />
      )
    return (
      <ActionBar
        {...shared}
        say="可以受理"
        more={`材料${there}/${all}，条件对过就行`}
        next={{
          words: '收件并受理',
          run: () => void intake.takeIn({ service, act: acceptAct }),
          busy,
          busyWords: '正在受理…',
        }}
        others={ways({ supplement })}
      />
    )
  }
  const about = booking?.bookingId ?? `walk-in:${service.serviceId}`
  return (
    <>
      {bar()}
      {sheet === 'again' && (
        <ReasonSheet
          about={`again:${about}`}
          title="是另一件"
          say="同一个人同一天办同一件事，写一句为什么，记在经过里。"
          label="为什么是另一件"
          hint="比如：两块地，各办一件"
          action="收件"
          busy={busy}
          trouble={twin ? undefined : intake.trouble}
          onClose={() => show(undefined)}
          onSay={(why) => void intake.takeInAgain(why)}
        />
      )}
      {sheet !== undefined && sheet !== 'again' && (
        <ActSheet
          act={sheet}
          about={about}
          sending={{ busy, trouble: intake.trouble }}
          onClose={() => {
            show(undefined)
            intake.leave()
          }}
          onSend={async (said) => {
            const done = await intake.takeIn({ service, act: sheet, said })
            if (done) show(undefined)
            return done
          }}
        />
      )}
    </>
  )
}
