import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Booking } from '@one-window/shared/booking/booking'
import type { Service } from '@one-window/shared/catalogue/service'
import { chinaDay } from '@one-window/shared/foundation/time'
import { Field } from '@/components/field/field'
import { SkelCard, SkelRows } from '@/components/skeleton/skeleton'
import { go } from '@/gateways/go'
import { focusField, leaveField, useKeys } from '@/gateways/keys'
import { fieldError } from '../foundation/use-action'
import { TroubleBlank } from '../foundation/states'
import { valueOf } from '../foundation/use-load'
import type { Staff } from '../identity/staff-gate'
import { missingOf, type Marks } from './checklist'
import { ChecklistPane } from './checklist-pane'
import { IntakeActions } from './intake-actions'
import { BookedPerson, PersonHead } from './person-head'
import { ReasonSheet } from './reason-sheet'
import { ServiceCard } from './service-card'
import { ServicePicker } from './service-picker'
import { useIntake, type TakenIn } from './use-intake'
import { unmaskReasons, type Unmasking } from './use-unmask'

interface IntakeProps {
  staff: Staff
  booking?: Booking
  /** Opens the name of the booking. */
  unmasking?: Unmasking
  serviceId?: string
  at: Date
  onTakenIn: (taken: TakenIn) => void
  onChanged: () => void
}

/** A person at the window until their case exists: check in, tick the materials, receive and accept, or decline. */
export function Intake(props: IntakeProps) {
  const { staff, booking, unmasking, serviceId, at, onTakenIn, onChanged } = props
  const opened = unmasking?.whole?.name
  const intake = useIntake({ hallId: staff.hallId, booking, serviceId, opened, onTakenIn, onChanged })
  const [picking, setPicking] = useState(false)
  const [declining, setDeclining] = useState(false)
  const { draft, change, guide } = intake
  const service = valueOf(guide)
  const asks = picking || draft.serviceId === ''
  const [wasUnnamed] = useState(!booking && !draft.name)
  const takeName = () => {
    leaveField()
    void unmasking?.ask(unmaskReasons.check)
  }
  useKeys({
    Enter: leaveField,
    F7: () => focusField('applicant-name'),
    F9: booking && !opened ? takeName : undefined,
  })
  useEffect(() => {
    if (wasUnnamed && !asks) focusField('applicant-name')
  }, [wasUnnamed, asks])
  return (
    <>
      <View className="desk-m">
        <View className="pane-scroll desk-mid">
          {booking && unmasking ? (
            <BookedPerson booking={booking} at={at} unmasking={unmasking} />
          ) : (
            <PersonHead name={intake.name || '现场来的群众'} />
          )}
          {asks && (
            <ServicePicker
              onPick={(picked) => {
                intake.pickService(picked)
                setPicking(false)
              }}
            />
          )}
          {!asks && service && (
            <ServiceCard
              service={service}
              today={chinaDay(at)}
              onChange={() => setPicking(true)}
              onGuide={() => go.printGuide(service.serviceId)}
            />
          )}
          {!asks &&
            !service &&
            (guide.state === 'failed' ? (
              <TroubleBlank trouble={guide.trouble} onRetry={guide.reload} />
            ) : (
              <SkelCard lines={4} />
            ))}
          <View className="desk-card desk-form">
            <Field
              id="applicant-name"
              label="申请人姓名"
              hint="照身份证写"
              value={intake.name}
              onChange={(name) => change({ name })}
              error={
                fieldError(intake.trouble, '/applicant/name') ?? fieldError(intake.identityTrouble, '/name')
              }
              maxLength={50}
            />
            <Field
              id="applicant-phone"
              kind="phone"
              label={booking ? '手机号(不写就用预约留的)' : '手机号(没有可以不写)'}
              hint="11位数字"
              value={intake.phone}
              onChange={intake.setPhone}
              error={fieldError(intake.trouble, '/applicant/phone')}
              maxLength={20}
            />
            <Field
              id="applicant-id"
              kind="id-number"
              label="身份证号(可以不写)"
              hint="18位"
              value={intake.idNumber}
              onChange={intake.setIdNumber}
              error={
                fieldError(intake.trouble, '/applicant/idNumber') ??
                fieldError(intake.identityTrouble, '/idNumber')
              }
              maxLength={18}
            />
          </View>
        </View>
      </View>
      {service && !asks ? (
        <ChecklistPane
          service={service}
          marks={draft.marks}
          onChange={(marks) => change({ marks })}
          quiet={declining}
        />
      ) : (
        <View className="desk-r">
          <View className="pane-head t-b">材料</View>
          {asks ? (
            <View className="pane-note">选好办什么事，这里就列出要收的材料。</View>
          ) : (
            <SkelRows rows={5} notes />
          )}
        </View>
      )}
      <IntakeActions
        intake={intake}
        booking={booking}
        service={asks ? undefined : service}
        quiet={declining}
        unmasking={unmasking}
        onTakeName={takeName}
        onDecline={() => setDeclining(true)}
      />
      {declining && service && (
        <ReasonSheet
          about={booking?.bookingId ?? 'walk-in'}
          title="不予受理"
          say={`先收件，再开不予受理通知书。${intake.name || '申请人'}会看到这个原因。`}
          label="为什么不受理"
          hint="哪一条不符合，还能怎么办"
          start={startOf(service, draft.marks)}
          action="不予受理"
          busy={intake.busy}
          trouble={intake.trouble}
          onClose={() => setDeclining(false)}
          onSay={(reason) => void intake.receiveAndDecline(service, reason)}
        />
      )}
    </>
  )
}

/** What the list already says of why not. */
const startOf = (service: Service, marks: Marks): string => {
  const missing = missingOf(service, marks)
  return missing.length > 0 ? `没有这些必须的材料：${missing.map(({ name }) => name).join('、')}` : ''
}
