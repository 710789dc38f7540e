import { useRef, useState } from 'react'
import { checkInBooking } from '@one-window/shared/booking/endpoints'
import type { Booking } from '@one-window/shared/booking/booking'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { receiveCase } from '@one-window/shared/cases/endpoints'
import type { Service } from '@one-window/shared/catalogue/service'
import { checkIdentity } from '@one-window/shared/identity/endpoints'
import { given, type CaseAct, type Said } from '../cases/act'
import { runAct } from '../cases/act-sheet'
import { useAction, useSending } from '../foundation/use-action'
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

/** What comes of an intake. */
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

/** What is done with what was taken in, in the same stroke. */
interface Stroke {
  service: Service
  act: CaseAct | undefined
  said?: Said
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
  // Numbers of a person, and who comes for them, are never kept on the hall's computer.
  const [phone, setPhone] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [agent, setAgent] = useState<{ name: string; relation: string }>()
  const name = draft.name ?? opened ?? ''
  const guide: Loading<Service> = useLoad(
    viewService,
    { serviceId: draft.serviceId, hallId },
    { when: draft.serviceId !== '' },
  )
  const checkIn = useAction(checkInBooking)
  const seen = useAction(checkIdentity)
  const receive = useAction(receiveCase)
  const acting = useSending()
  const last = useRef<Stroke>()
  /** The case that is there although what was to follow has not worked yet. */
  const taken = useRef<string>()

  const received = async (service: Service, again: string | undefined): Promise<string | undefined> => {
    const told = await receive.run({
      serviceId: service.serviceId,
      bookingId: booking?.bookingId,
      hallId,
      applicant: { name, phone: given(phone), idNumber: given(idNumber) },
      agent: agent && given(agent.name) ? agent : undefined,
      materials: saidOf(service, draft.marks),
      again,
    })
    return told?.caseId
  }
  const done = (caseId: string): true => {
    drop()
    onChanged()
    onTakenIn({ caseId })
    return true
  }
  /** Takes in, then does the act; tried again, it goes on where it stopped. */
  const takeIn = async (stroke: Stroke, again?: string): Promise<boolean> => {
    last.current = stroke
    const { service, act, said } = stroke
    taken.current ??= await received(service, again)
    const caseId = taken.current
    if (!caseId || (act && !(await runAct(act, acting, caseId, said)))) return false
    return done(caseId)
  }
  const { trouble } = receive

  return {
    draft,
    change,
    pickService: (picked: string) => change({ serviceId: picked, marks: {} }),
    name,
    phone,
    setPhone,
    idNumber,
    setIdNumber,
    agent,
    setAgent,
    guide,
    busy: checkIn.busy || seen.busy || receive.busy || acting.busy,
    trouble: trouble ?? acting.trouble,
    /** Back to what was typed, or on to the case where there is one. */
    leave: () => {
      receive.calm()
      acting.calm()
      if (taken.current) done(taken.current)
    },
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
    takeIn,
    /** The same person had this matter taken in today: the case there is. */
    twin:
      trouble?.kind === 'refused' && trouble.code === 'case-twice'
        ? { caseId: String(trouble.more.caseId), words: String(trouble.more.detail ?? '') }
        : undefined,
    /** It is another matter, and why. */
    takeInAgain: (again: string): Promise<boolean> =>
      last.current ? takeIn(last.current, again) : Promise.resolve(false),
  }
}
export type IntakeWork = ReturnType<typeof useIntake>
