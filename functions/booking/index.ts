import bookSlot from './book-slot'
import cancelBooking from './cancel-booking'
import checkInBooking from './check-in-booking'
import closeDay from './close-day'
import listDeskBookings from './list-desk-bookings'
import listMyBookings from './list-my-bookings'
import listSlots from './list-slots'
import rescheduleBooking from './reschedule-booking'
import setSlotCapacity from './set-slot-capacity'
import viewBooking from './view-booking'

/** Booking (预约): slots, a person's bookings, the desk's day, places and closed days. */
export default [
  listSlots,
  bookSlot,
  listMyBookings,
  viewBooking,
  cancelBooking,
  rescheduleBooking,
  listDeskBookings,
  checkInBooking,
  setSlotCapacity,
  closeDay,
]
