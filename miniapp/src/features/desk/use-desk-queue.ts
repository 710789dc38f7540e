import { useEffect } from 'react'
import { listDeskBookings } from '@one-window/shared/booking/endpoints'
import { deskQueue, type DeskQueue } from '@one-window/shared/booking/queue'
import type { Day } from '@one-window/shared/foundation/time'
import { useLoad, valueOf, type Loading } from '../foundation/use-load'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'

const REFRESH_MS = 20_000

/** The bookings of a day in the order the desk takes them, looked at again every 20 seconds. */
export function useDeskQueue(
  hallId: string,
  date: Day,
): { loaded: Loading<OutputOf<typeof listDeskBookings>>; queue: DeskQueue } {
  const loaded = useLoad(listDeskBookings, { hallId, date }, { fresh: true })
  const { reload } = loaded
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_MS)
    return () => clearInterval(timer)
  }, [reload])
  return { loaded, queue: deskQueue(valueOf(loaded)?.bookings ?? []) }
}
