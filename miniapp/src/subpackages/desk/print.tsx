import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { chinaDay } from '@one-window/shared/foundation/time'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Button } from '@/components/button/button'
import { SkelCard } from '@/components/skeleton/skeleton'
import { GuidePaper } from '@/features/desk/guide-paper'
import { NoticePaper } from '@/features/desk/notice-paper'
import { PrintPage } from '@/features/desk/print-page'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { unmaskReasons, useUnmask } from '@/features/desk/use-unmask'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { query } from '@/gateways/go'
import { print } from '@/gateways/print'

/** A paper of the desk on the screen as it comes out of the printer: the notice of a case, or a guide. */
export default function DeskPrint() {
  const { caseId, serviceId = '', missing } = query()
  return (
    <StaffGate title="打印" roles={['window-staff', 'director']}>
      {(staff) =>
        caseId ? (
          <PrintNotice staff={staff} caseId={caseId} />
        ) : (
          <PrintGuide staff={staff} serviceId={serviceId} missing={missing ? missing.split(',') : []} />
        )
      }
    </StaffGate>
  )
}

function PrintNotice({ staff, caseId }: { staff: Staff; caseId: string }) {
  const loaded = useLoad(viewCase, { caseId })
  const told = valueOf(loaded)
  const service = useLoad(
    viewService,
    { serviceId: told?.serviceId ?? '', hallId: staff.hallId },
    { when: told !== undefined },
  )
  const hall = valueOf(useLoad(viewHall, { hallId: staff.hallId }))
  const unmasking = useUnmask({ caseId })
  const { whole, trouble } = unmasking
  const opens = told !== undefined && print !== undefined
  const open = useRef(unmasking.ask)
  open.current = unmasking.ask
  useEffect(() => {
    if (opens) void open.current(unmaskReasons.print)
  }, [opens])
  const name = whole?.name ?? told?.applicant.name ?? ''
  const say = told ? `${name}，${told.serviceName}` : ''
  return (
    <PrintPage
      title={told?.status === 'declined' ? '不予受理通知书' : '受理通知书'}
      say={say}
      ready={whole !== undefined && service.state !== 'loading'}
    >
      {trouble && (
        <View className="paper-trouble">
          <TroubleNotice trouble={trouble} what="没取到全名，先不能打印" />
          <Button kind="soft" small onPress={() => void unmasking.ask(unmaskReasons.print)}>
            再取一次
          </Button>
        </View>
      )}
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
        {(value) => <NoticePaper told={value} name={name} service={valueOf(service)} hall={hall} />}
      </WhenLoaded>
    </PrintPage>
  )
}

interface PrintGuideProps {
  staff: Staff
  serviceId: string
  missing: readonly string[]
}

function PrintGuide({ staff, serviceId, missing }: PrintGuideProps) {
  const today = chinaDay(useNow())
  const loaded = useLoad(viewService, { serviceId, hallId: staff.hallId })
  const hall = valueOf(useLoad(viewHall, { hallId: staff.hallId }))
  const service = valueOf(loaded)
  return (
    <PrintPage
      title={missing.length > 0 ? '还要补的材料' : '办事指南'}
      say={service?.plainName ?? ''}
      ready={service !== undefined}
    >
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
        {(value) => <GuidePaper service={value} hall={hall} today={today} missing={missing} />}
      </WhenLoaded>
    </PrintPage>
  )
}
