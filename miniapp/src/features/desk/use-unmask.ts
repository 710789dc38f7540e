import { useState } from 'react'
import { unmaskBooking } from '@one-window/shared/booking/endpoints'
import { unmaskCase } from '@one-window/shared/cases/endpoints'
import type { Unmasked } from '@one-window/shared/identity/unmask'
import type { Trouble } from '@/gateways/refusal'
import { useAction } from '../foundation/use-action'

/** Why a clerk opens what is masked; each stands in the record. */
export const unmaskReasons = { check: '核对证件', call: '打电话', print: '打印凭证' } as const

/** What is masked: the person of a booking, or of a case. */
export type Masked = { bookingId: string } | { caseId: string }

export interface Unmasking {
  /** Whole, on this screen only: it is kept nowhere. */
  whole: Unmasked | undefined
  ask: (reason: string) => Promise<Unmasked | undefined>
  busy: boolean
  trouble: Trouble | undefined
  calm: () => void
}

/** Opens a masked name, phone and number, with a reason. */
export function useUnmask(of: Masked | undefined): Unmasking {
  const [whole, setWhole] = useState<Unmasked>()
  const booking = useAction(unmaskBooking)
  const told = useAction(unmaskCase)
  const ask = async (reason: string) => {
    if (!of) return undefined
    const opened = 'caseId' in of ? await told.run({ ...of, reason }) : await booking.run({ ...of, reason })
    if (opened) setWhole(opened)
    return opened
  }
  return {
    whole,
    ask,
    busy: booking.busy || told.busy,
    trouble: booking.trouble ?? told.trouble,
    calm: () => {
      booking.calm()
      told.calm()
    },
  }
}
