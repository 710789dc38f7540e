import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { caseNumber } from '@one-window/shared/cases/case-number'
import { receiveCase } from '@one-window/shared/cases/endpoints'
import { matchMaterials } from '@one-window/shared/cases/materials'
import { caseRouteOf } from '@one-window/shared/cases/route'
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import { roleWords } from '@one-window/shared/foundation/roles'
import { chinaDay } from '@one-window/shared/foundation/time'
import { findBookingForDesk, serveBooking } from '../booking/public'
import { findGuide } from '../catalogue/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { isRepeated } from './case-move-store'
import { findCase, nextSerial, readCase, saveNewCase } from './case-store'
import type { KeptCase } from './kept-case'
import { findMarked, markWrite, sameMatterMark } from './mark-store'
import { showCase } from './show-case'

/**
 * The case of a booking belongs to who booked and keeps the phone given then unless another is said; a walk-in's has
 * no owner. The request's id is the case's. It keeps the guide as it is in force today, whatever is changed later.
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
  const { service, version } = guide
  const { materials, errors } = matchMaterials(service, asked.materials)
  if (errors.length > 0) throw new Problem('bad-input', { errors })

  const today = chinaDay(now)
  const applicant = {
    ...(booking?.visitor.phone && { phone: booking.visitor.phone }),
    ...asked.applicant,
  }
  const mark = sameMatterMark(hallId, service.serviceId, today, applicant)
  const isLive = !booking || actionsFrom(bookingLifecycle, booking.status).includes('serve')
  if (isLive) {
    const receivedAt = now.toISOString()
    const received: KeptCase = {
      caseId,
      seq: 1,
      caseNumber: caseNumber(hallId, today, await nextSerial(hallId, today)),
      status: 'received',
      hallId,
      ...(booking && { ownerId: booking.personId, bookingId: booking.bookingId }),
      serviceId: service.serviceId,
      serviceName: service.plainName,
      officialName: service.name,
      guideVersion: version,
      handlingType: service.handlingType,
      promisedDays: service.promisedDays,
      ...(service.statutoryDays !== null && { statutoryDays: service.statutoryDays }),
      resultName: service.resultName,
      handOver: service.handOver,
      route: caseRouteOf(service),
      receivedAt,
      // what the desk has checked is of the person who booked, and of nobody else
      realName: booking && booking.visitor.name === asked.applicant.name ? booking.realName : 'none',
      applicant,
      ...(asked.agent && { agent: asked.agent }),
      materials,
      events: [
        {
          action: 'receive',
          at: receivedAt,
          by: roleWords[caller.role],
          byId: caller.personId,
          request,
          ...(asked.again && { note: asked.again }),
          facts: { came: true },
        },
      ],
      invited: [],
    }
    const marks = asked.again ? [] : [markWrite(mark, caseId, now)]
    const served = booking ? [serveBooking(booking, caseId)] : []
    if (!(await saveNewCase(received, [...served, ...marks], context))) return showCase(caller, received)
  }
  const raced = await repeated()
  if (raced) return raced
  const other = asked.again || !isLive ? undefined : await findMarked(mark)
  if (other !== undefined && other !== caseId) {
    const twin = await readCase(other)
    throw new Problem('case-twice', { detail: `已有的办件：${twin?.caseNumber ?? ''}`, caseId: other })
  }
  throw new Problem('booking-not-live')
})
