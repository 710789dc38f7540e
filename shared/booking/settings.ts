/** The parameters of booking. Each with its source; the centre approves changes. Rules read them, nothing else holds numbers. */
export interface BookingSettings {
  /** Working days ahead, today included when it still has places, on which slots are released. */
  horizonWorkingDays: number
  /** Same-day booking needs this many minutes before the slot starts. */
  minutesAhead: number
  slotMinutes: number
  /** Places a window offers online per slot. */
  placesPerWindow: number
  /** Share of the window's places kept for walk-ins; a moved booking's first choice may use them. */
  walkInPlacesPerWindow: number
  /** Live bookings of one person on one day / in all. */
  maxPerPersonPerDay: number
  maxLivePerPerson: number
  /** Cancelling later than this before the start counts as late, not as a no-show. */
  cancelBeforeMinutes: number
  checkInEarlyMinutes: number
  graceMinutes: number
  noShowLimit: number
  noShowWindowDays: number
  noShowPauseDays: number
  /** Days for which the first choice after a closing by the hall is kept. */
  firstChoiceDays: number
  maxCapacity: number
}

/** Defaults where no rule was found: to be confirmed by the centre (政务中心). 现场取号 always stays open. */
export const bookingSettings: BookingSettings = {
  horizonWorkingDays: 5,
  minutesAhead: 120,
  slotMinutes: 30,
  placesPerWindow: 1,
  walkInPlacesPerWindow: 1,
  maxPerPersonPerDay: 1,
  maxLivePerPerson: 2,
  cancelBeforeMinutes: 120,
  checkInEarlyMinutes: 30,
  graceMinutes: 15,
  noShowLimit: 3,
  noShowWindowDays: 90,
  noShowPauseDays: 30,
  firstChoiceDays: 7,
  maxCapacity: 200,
}
