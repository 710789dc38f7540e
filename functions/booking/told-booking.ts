import { findHall } from '@one-window/shared/halls/halls'
import type { ToldBooking } from '@one-window/shared/notifications/booking-messages'
import { findService } from '../catalogue/public'
import type { StoredBooking } from './booking-store'

/** A booking as its messages tell of it: when, where and what for, not who. */
export const toldBooking = ({ date, start, hallId, serviceId, serviceName }: StoredBooking): ToldBooking => ({
  date,
  start,
  hallName: findHall(hallId)?.name ?? hallId,
  serviceName: serviceName ?? findService(serviceId)?.plainName ?? serviceId,
})
