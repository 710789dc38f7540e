import bookForVillager from './book-for-villager'
import bookSlot from './book-slot'
import cancelBooking from './cancel-booking'
import checkInBooking from './check-in-booking'
import closeDay from './close-day'
import listDeskBookings from './list-desk-bookings'
import listMyBookings from './list-my-bookings'
import listSlots from './list-slots'
import listStationBookings from './list-station-bookings'
import rescheduleBooking from './reschedule-booking'
import setSlotCapacity from './set-slot-capacity'
import unmaskBooking from './unmask-booking'
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
  bookForVillager,
  listStationBookings,
  unmaskBooking,
  checkInBooking,
  setSlotCapacity,
  closeDay,
]
