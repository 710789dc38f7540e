import { viewAuditState } from '@one-window/shared/audit/endpoints'
import { chinaDay, dayWords, isDay } from '@one-window/shared/foundation/time'
import { SkelCard } from '@/components/skeleton/skeleton'
import { HandOverPaper } from '@/features/desk/hand-over-paper'
import { PrintPage } from '@/features/desk/print-page'
import { useDaySheet } from '@/features/desk/use-day-sheet'
import { WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { query } from '@/gateways/go'

/** The day's hand-over sheet, for the director to sign. */
export default function HandOver() {
  return (
    <StaffGate title="移交清单" roles={['director']}>
      {(staff) => <Sheet staff={staff} />}
    </StaffGate>
  )
}

function Sheet({ staff }: { staff: Staff }) {
  const { hallId, hallName } = staff
  const at = useNow()
  const asked = query().date
  const day = asked !== undefined && isDay(asked) ? asked : chinaDay(at)
  const loaded = useDaySheet(hallId, day)
  const seal = useLoad(viewAuditState, { hallId })
  return (
    <PrintPage
      title="移交清单"
      say={dayWords(day)}
      ready={loaded.state === 'ready' && seal.state !== 'loading'}
    >
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
        {(sheet) => (
          <HandOverPaper
            sheet={sheet}
            hallName={hallName}
            day={day}
            seal={valueOf(seal)}
            printedAt={at.toISOString()}
          />
        )}
      </WhenLoaded>
    </PrintPage>
  )
}
