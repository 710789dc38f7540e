import { useState } from 'react'
import { checkInBooking } from '@one-window/shared/booking/endpoints'
import type { Booking } from '@one-window/shared/booking/booking'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { acceptCase, declineCase, receiveCase } from '@one-window/shared/cases/endpoints'
import type { Service } from '@one-window/shared/catalogue/service'
import { checkIdentity } from '@one-window/shared/identity/endpoints'
import { useAction } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'
import { useLoad, type Loading } from '../foundation/use-load'
import { saidOf, type Marks } from './checklist'

const ID_NUMBER = 18

interface IntakeDraft {
  /** As it was typed; absent until then. A name that was opened is kept nowhere. */
  name?: string
  serviceId: string
  marks: Marks
}

/** What comes of an intake: the case, and whether it was accepted in the same stroke. */
export interface TakenIn {
  caseId: string
}

interface IntakeOf {
  hallId: string
  /** Absent for a walk-in. */
  booking?: Booking
  /** What a walk-in was found to ask for. */
  serviceId?: string
  /** The whole name of the booking, once it was opened. */
  opened?: string
  onTakenIn: (taken: TakenIn) => void
  onChanged: () => void
}

/** Taking a person in: what was typed and ticked, kept until the case exists, and the calls in their order. */
export function useIntake({ hallId, booking, serviceId = '', opened, onTakenIn, onChanged }: IntakeOf) {
  const [draft, change, drop] = useDraft<IntakeDraft>(
    `desk:${booking?.bookingId ?? `walk-in:${serviceId}`}`,
    {
      serviceId: booking?.serviceId ?? serviceId,
      marks: {},
    },
  )
  // Numbers of a person are never kept on the hall's computer.
  const [phone, setPhone] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const name = draft.name ?? opened ?? ''
  const guide: Loading<Service> = useLoad(
    viewService,
    { serviceId: draft.serviceId, hallId },
    { when: draft.serviceId !== '' },
  )
  const checkIn = useAction(checkInBooking)
  const seen = useAction(checkIdentity)
  const receive = useAction(receiveCase)
  const accept = useAction(acceptCase)
  const decline = useAction(declineCase)

  const takeIn = async (service: Service): Promise<string | undefined> => {
    const told = await receive.run({
      serviceId: service.serviceId,
      bookingId: booking?.bookingId,
      hallId,
      applicant: {
        name,
        phone: phone.trim() || undefined,
        idNumber: idNumber.trim() || undefined,
      },
      materials: saidOf(service, draft.marks),
    })
    return told?.caseId
  }
  const done = (caseId: string) => {
    drop()
    onChanged()
    onTakenIn({ caseId })
  }

  return {
    draft,
    change,
    pickService: (picked: string) => change({ serviceId: picked, marks: {} }),
    name,
    phone,
    setPhone,
    idNumber,
    setIdNumber,
    guide,
    busy: checkIn.busy || seen.busy || receive.busy || accept.busy || decline.busy,
    trouble: receive.trouble ?? accept.trouble ?? decline.trouble,
    checkIn: async () => {
      if (booking && (await checkIn.run({ bookingId: booking.bookingId }))) onChanged()
    },
    checkInTrouble: checkIn.trouble,
    /** The ID card was seen and fits who booked for themselves (核验). */
    mayCheckIdentity:
      booking?.visitor.relation === 'self' &&
      booking.realName !== 'checked' &&
      name.trim() !== '' &&
      idNumber.trim().length === ID_NUMBER,
    checkIdentity: async () => {
      if (booking && (await seen.run({ bookingId: booking.bookingId, name, idNumber }))) onChanged()
    },
    identityTrouble: seen.trouble,
    receiveOnly: async (service: Service) => {
      const caseId = await takeIn(service)
      if (caseId) done(caseId)
    },
    receiveAndAccept: async (service: Service) => {
      const caseId = await takeIn(service)
      if (!caseId) return
      await accept.run({ caseId })
      done(caseId)
    },
    receiveAndDecline: async (service: Service, reason: string) => {
      const caseId = await takeIn(service)
      if (!caseId) return
      await decline.run({ caseId, reason })
      done(caseId)
    },
  }
}
