import { chinaDay, isMonth, monthOf, monthWords } from '@one-window/shared/foundation/time'
import { viewMonth } from '@one-window/shared/ratings/endpoints'
import { monthPaper } from '@one-window/shared/ratings/month-paper'
import { SkelCard } from '@/components/skeleton/skeleton'
import { WhenLoaded } from '@/features/foundation/states'
import { useLoad } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { PaperView } from '@/features/papers/paper-view'
import { PrintPage } from '@/features/papers/print-page'
import { query } from '@/gateways/go'

/** The month's sheet on paper. */
export default function PrintMonth() {
  return (
    <StaffGate title="打印月度表" roles={['supervisor', 'director', 'leader']}>
      {(staff) => <Sheet staff={staff} />}
    </StaffGate>
  )
}

function Sheet({ staff }: { staff: Staff }) {
  const at = useNow()
  const asked = query().month
  const month = asked && isMonth(asked) ? asked : monthOf(chinaDay(at))
  const loaded = useLoad(viewMonth, { month, hallId: staff.hallId })
  return (
    <PrintPage title="评价月度表" say={monthWords(month)} ready={loaded.state === 'ready'}>
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
        {(sheet) => <PaperView paper={monthPaper(sheet, staff.hallName, at)} />}
      </WhenLoaded>
    </PrintPage>
  )
}
