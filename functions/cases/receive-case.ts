import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { caseNumber } from '@one-window/shared/cases/case-number'
import { receiveCase } from '@one-window/shared/cases/endpoints'
import { matchMaterials } from '@one-window/shared/cases/materials'
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import { roleWords } from '@one-window/shared/foundation/roles'
import { chinaDay } from '@one-window/shared/foundation/time'
import { findBookingForDesk, serveBooking } from '../booking/public'
import { findService } from '../catalogue/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { isRepeated } from './case-steps-store'
import { findCase, nextSerial, saveNewCase, type KeptCase } from './case-store'
import { showCase } from './show-case'

/**
 * The case of a booking belongs to who booked and keeps the phone given then unless another is said; a walk-in's has
 * no owner. The request's id is the case's.
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
  const service = findService(asked.serviceId)
  if (!service || !hallId || !caller.hallIds.includes(hallId)) throw new Problem('not-found')
  if (asked.bookingId !== undefined && !booking) throw new Problem('not-found')
  if (booking && booking.hallId !== hallId) throw new Problem('booking-elsewhere')
  const { materials, errors } = matchMaterials(service, asked.materials)
  if (errors.length > 0) throw new Problem('bad-input', { errors })

  if (!booking || actionsFrom(bookingLifecycle, booking.status).includes('serve')) {
    const receivedAt = now.toISOString()
    const today = chinaDay(now)
    const received: KeptCase = {
      caseId,
      caseNumber: caseNumber(hallId, today, await nextSerial(hallId, today)),
      status: 'received',
      hallId,
      ...(booking && { ownerId: booking.personId, bookingId: booking.bookingId }),
      serviceId: service.serviceId,
      serviceName: service.plainName,
      officialName: service.name,
      handlingType: service.handlingType,
      promisedDays: service.promisedDays,
      handOver: service.handOver,
      receivedAt,
      // what the desk has checked is of the person who booked, and of nobody else
      realName: booking && booking.visitor.name === asked.applicant.name ? booking.realName : 'none',
      applicant: { ...(booking?.visitor.phone && { phone: booking.visitor.phone }), ...asked.applicant },
      materials,
      events: [{ action: 'receive', at: receivedAt, by: roleWords[caller.role] }],
      contacts: [],
      requests: { [request.id]: request.body },
    }
    if (await saveNewCase(received, booking && serveBooking(booking, caseId), context))
      return showCase(caller, received)
  }
  const raced = await repeated()
  if (raced) return raced
  throw new Problem('booking-not-live')
})
