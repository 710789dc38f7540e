import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { caseNumber } from '@one-window/shared/cases/case-number'
import { receiveCase } from '@one-window/shared/cases/endpoints'
import { matchMaterials } from '@one-window/shared/cases/materials'
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import { chinaDay } from '@one-window/shared/foundation/time'
import { findBookingForDesk, serveBooking } from '../booking/public'
import { findGuide } from '../catalogue/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findSentAhead, handOverWrites } from '../prechecks/public'
import { isRepeated } from './case-move-store'
import { partsOf } from './case-parts'
import { findCase, nextSerial, readCase, saveNewCase } from './case-store'
import { newCase } from './new-case'
import { findMarked, markWrite, sameMatterMark } from './mark-store'
import { showCase } from './show-case'

/**
 * The case of a booking belongs to who booked and keeps the phone given then unless another is said; a walk-in's has
 * no owner. The request's id is the case's. It keeps the guide as it is in force today, whatever is changed later; and
 * what the person who booked sent ahead for it is handed over with it.
 */
export default implement(receiveCase, async (asked, context) => {
  const { caller, now, request } = context
  const caseId = request.id
  const repeated = async () => {
    const before = await findCase(caseId, caller)
    return before && isRepeated(before, context) ? showCase(caller, before) : undefined
  }
  const answered = await repeated()
  if (answered) return answered

  const booking =
    asked.bookingId === undefined ? undefined : await findBookingForDesk(caller, asked.bookingId)
  const hallId = asked.hallId ?? booking?.hallId ?? caller.hallIds[0]
  if (!hallId || !caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const guide = await findGuide(hallId, asked.serviceId, now)
  if (!guide || (asked.bookingId !== undefined && !booking)) throw new Problem('not-found')
  if (booking && booking.hallId !== hallId) throw new Problem('booking-elsewhere')
  const { service } = guide
  const { materials, errors } = matchMaterials(service, asked.materials)
  if (errors.length > 0) throw new Problem('bad-input', { errors })

  const today = chinaDay(now)
  const applicant = {
    ...(booking?.visitor.phone && { phone: booking.visitor.phone }),
    ...asked.applicant,
  }
  const mark = sameMatterMark(hallId, service.serviceId, today, applicant)
  const isLive = !booking || actionsFrom(bookingLifecycle, booking.status).includes('serve')
  let wasChanged = false
  if (isLive) {
    const { serviceId } = service
    const ahead =
      booking && (await findSentAhead(caller, { ownerId: booking.personId, hallId, serviceId }, now))
    const number = caseNumber(hallId, today, await nextSerial(hallId, today))
    const received = newCase({ asked, guide, booking, hallId, number, materials, applicant, ahead }, context)
    const handedOver = ahead ? handOverWrites(ahead, caseId) : []
    const beside = [
      ...handedOver,
      ...(booking ? [serveBooking(booking, caseId)] : []),
      ...(asked.again ? [] : [markWrite(mark, caseId, now)]),
    ]
    const failed = await saveNewCase(received, beside, context)
    if (!failed) return showCase(caller, received)
    wasChanged = handedOver.some((_, at) => failed.failedAt(partsOf(received).length + at))
  }
  const raced = await repeated()
  if (raced) return raced
  // what was sent ahead was changed in this moment: asked again, it is found as it is
  if (wasChanged) throw new Problem('busy')
  const other = asked.again || !isLive ? undefined : await findMarked(mark)
  if (other !== undefined && other !== caseId) {
    const twin = await readCase(other)
    throw new Problem('case-twice', { detail: `已有的办件：${twin?.caseNumber ?? ''}`, caseId: other })
  }
  throw new Problem('booking-not-live')
})
