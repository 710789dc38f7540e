import { ResidentGate } from '@/features/identity/resident-gate'
import { BeginPrecheck } from '@/features/prechecks/begin-precheck'
import { MyPrecheck } from '@/features/prechecks/my-precheck'
import { query } from '@/gateways/go'

/** 预审: photos sent ahead, so that nobody makes a trip for a paper that is not right. */
export default function PrecheckPage() {
  const { precheckId, serviceId = '' } = query()
  return (
    <ResidentGate title="预审">
      {(session) =>
        precheckId ? (
          <MyPrecheck precheckId={precheckId} session={session} />
        ) : (
          <BeginPrecheck serviceId={serviceId} />
        )
      }
    </ResidentGate>
  )
}
