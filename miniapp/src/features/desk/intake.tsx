import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Booking } from '@one-window/shared/booking/booking'
import { chinaDay } from '@one-window/shared/foundation/time'
import { LinkWord } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { SkelCard, SkelRows } from '@/components/skeleton/skeleton'
import { go } from '@/gateways/go'
import { focusField, leaveField, useKeys } from '@/gateways/keys'
import { fieldError } from '../foundation/use-action'
import { TroubleBlank } from '../foundation/states'
import { valueOf } from '../foundation/use-load'
import type { Staff } from '../identity/staff-gate'
import { ChecklistPane } from './checklist-pane'
import { IntakeActions } from './intake-actions'
import { BookedPerson, PersonHead } from './person-head'
import { ServiceCard } from './service-card'
import { ServicePicker } from './service-picker'
import { useIntake, type IntakeWork, type TakenIn } from './use-intake'
import { unmaskReasons, type Unmasking } from './use-unmask'

interface IntakeProps {
  staff: Staff
  booking?: Booking
  /** Opens the name of the booking. */
  unmasking?: Unmasking
  serviceId?: string
  at: Date
  onTakenIn: (taken: TakenIn) => void
  /** To a case that is there already. */
  onCase: (caseId: string) => void
  onChanged: () => void
}

/** A person at the window until their case exists: check in, tick the materials, and one of the ways of art. 32. */
export function Intake(props: IntakeProps) {
  const { staff, booking, unmasking, serviceId, at, onTakenIn, onCase, onChanged } = props
  const opened = unmasking?.whole?.name
  const intake = useIntake({ hallId: staff.hallId, booking, serviceId, opened, onTakenIn, onChanged })
  const [picking, setPicking] = useState(false)
  const [quiet, setQuiet] = useState(false)
  const { draft, change, guide } = intake
  const service = valueOf(guide)
  const asks = picking || draft.serviceId === ''
  const [wasUnnamed] = useState(!booking && !draft.name)
  const takeName = () => {
    leaveField()
    void unmasking?.ask(unmaskReasons.check)
  }
  useKeys({
    // while a service is picked the key takes the first one found
    Enter: asks ? undefined : leaveField,
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
          </View>
          <AgentFields intake={intake} />
        </View>
      </View>
      {service && !asks ? (
        <ChecklistPane
          service={service}
          marks={draft.marks}
          onChange={(marks) => change({ marks })}
          quiet={quiet}
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
        today={chinaDay(at)}
        onQuiet={setQuiet}
        unmasking={unmasking}
        onTakeName={takeName}
        onTwin={onCase}
      />
    </>
  )
}

/** Who acts for the applicant (代办人); hidden until somebody does. */
function AgentFields({ intake }: { intake: IntakeWork }) {
  const { agent, setAgent, trouble } = intake
  if (!agent)
    return (
      <View className="desk-more">
        <LinkWord onPress={() => setAgent({ name: '', relation: '' })}>有人代办，写代办人</LinkWord>
      </View>
    )
  return (
    <View className="desk-card desk-form">
      <Field
        id="agent-name"
        label="代办人姓名"
        hint="照身份证写"
        maxLength={50}
        value={agent.name}
        onChange={(name) => setAgent({ ...agent, name })}
        error={fieldError(trouble, '/agent/name')}
      />
      <Field
        id="agent-relation"
        label="是申请人什么人"
        hint="比如：女儿、村干部"
        maxLength={20}
        value={agent.relation}
        onChange={(relation) => setAgent({ ...agent, relation })}
        error={fieldError(trouble, '/agent/relation')}
      />
      <LinkWord onPress={() => setAgent(undefined)}>不是代办</LinkWord>
    </View>
  )
}
