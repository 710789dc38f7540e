import type { receiveCase } from '@one-window/shared/cases/endpoints'
import { caseRouteOf } from '@one-window/shared/cases/route'
import { roleWords } from '@one-window/shared/foundation/roles'
import type { InputOf } from '@one-window/shared/foundation/endpoint'
import type { findBookingForDesk } from '../booking/public'
import type { findGuide } from '../catalogue/public'
import type { Context } from '../platform/implement'
import { filesToHandOver, type KeptPrecheck } from '../prechecks/public'
import type { KeptCase } from './kept-case'

interface From {
  asked: InputOf<typeof receiveCase>
  guide: NonNullable<Awaited<ReturnType<typeof findGuide>>>
  booking: Awaited<ReturnType<typeof findBookingForDesk>>
  hallId: string
  number: string
  materials: KeptCase['materials']
  applicant: KeptCase['applicant']
  /** What was sent ahead for it. */
  ahead: KeptPrecheck | undefined
}

/** A case as it is taken in: the guide of today, whose it is, and what came with it. */
export function newCase(
  { asked, guide: { service, version }, booking, hallId, number, materials, applicant, ahead }: From,
  { caller, now, request }: Context,
): KeptCase {
  const receivedAt = now.toISOString()
  const files = ahead ? filesToHandOver(ahead).map(({ fileId }) => fileId) : []
  return {
    caseId: request.id,
    seq: 1,
    caseNumber: number,
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
        ...(files.length > 0 && { files }),
        facts: { came: true },
      },
    ],
    invited: [],
  }
}
