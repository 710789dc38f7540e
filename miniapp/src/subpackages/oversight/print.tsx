import { chinaDay, isMonth, monthOf, monthWords } from '@one-window/shared/foundation/time'
import { viewMonth } from '@one-window/shared/ratings/endpoints'
import { SkelCard } from '@/components/skeleton/skeleton'
import { PrintPage } from '@/features/desk/print-page'
import { WhenLoaded } from '@/features/foundation/states'
import { useLoad } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { MonthPaper } from '@/features/oversight/month-paper'
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
        {(sheet) => <MonthPaper sheet={sheet} hallName={staff.hallName} printedAt={at} />}
      </WhenLoaded>
    </PrintPage>
  )
}
