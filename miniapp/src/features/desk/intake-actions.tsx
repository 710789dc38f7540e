import type { Booking } from '@one-window/shared/booking/booking'
import type { Service } from '@one-window/shared/catalogue/service'
import { go } from '@/gateways/go'
import { focusField } from '@/gateways/keys'
import { TroubleNotice } from '../foundation/states'
import { ActionBar, type DeskAction } from './action-bar'
import { countOf, missingOf } from './checklist'
import type { useIntake } from './use-intake'
import type { Unmasking } from './use-unmask'

interface IntakeActionsProps {
  intake: ReturnType<typeof useIntake>
  booking: Booking | undefined
  service: Service | undefined
  quiet: boolean
  unmasking: Unmasking | undefined
  /** Takes the name from the booking. */
  onTakeName: () => void
  onDecline: () => void
}

/** What to do now with who stands at the window, until their case exists. */
export function IntakeActions(props: IntakeActionsProps) {
  const { intake, booking, service, quiet, unmasking, onTakeName, onDecline } = props
  const { draft, busy } = intake
  if (booking?.status === 'booked') {
    return (
      <ActionBar
        say="人到了，先签到"
        more="签到以后再收件，不用重新取号"
        quiet={quiet}
        trouble={<TroubleNotice trouble={intake.checkInTrouble} what="没签上" />}
        next={{ words: '签到', run: () => void intake.checkIn(), busy, busyWords: '正在签到…' }}
      />
    )
  }
  if (!service) return <ActionBar say="先选办什么事" quiet={quiet} />

  const missing = missingOf(service, draft.marks)
  const { all, there } = countOf(service, draft.marks)
  const keepOnly: DeskAction = { words: '只收件', run: () => void intake.receiveOnly(service), busy }
  const checked: DeskAction = { words: '证件核过了', run: () => void intake.checkIdentity(), busy }
  const refuse: DeskAction = { words: '不予受理', run: onDecline }
  const trouble = (
    <TroubleNotice trouble={intake.trouble ?? intake.identityTrouble ?? unmasking?.trouble} what="没办成" />
  )
  if (missing.length > 0) {
    return (
      <ActionBar
        say={`还差${missing.length}样必须的材料，现在不受理`}
        more={
          missing.length === all
            ? '收到一样，勾一样；都齐了点全部收齐'
            : `缺：${missing.map(({ name }) => name).join('、')}`
        }
        kind="warn"
        quiet={quiet}
        trouble={trouble}
        next={{
          words: '打印要补的材料',
          run: () =>
            go.printGuide(
              service.serviceId,
              missing.map(({ materialId }) => materialId),
            ),
        }}
        others={[keepOnly, refuse]}
      />
    )
  }
  if (!intake.name.trim()) {
    return (
      <ActionBar
        say="材料齐了，还没写申请人姓名"
        more={booking ? '照身份证写，或者从预约里取' : '照身份证写'}
        kind="warn"
        quiet={quiet}
        trouble={trouble}
        next={
          booking
            ? { words: '取预约的姓名', run: onTakeName, busy: unmasking?.busy, busyWords: '正在取…' }
            : { words: '写姓名', run: () => focusField('applicant-name') }
        }
        others={[refuse]}
      />
    )
  }
  return (
    <ActionBar
      say="可以受理"
      more={`材料${there}/${all}，条件对过就行`}
      quiet={quiet}
      trouble={trouble}
      next={{
        words: '收件并受理',
        run: () => void intake.receiveAndAccept(service),
        busy,
        busyWords: '正在受理…',
      }}
      others={[keepOnly, refuse, ...(intake.mayCheckIdentity ? [checked] : [])]}
    />
  )
}
