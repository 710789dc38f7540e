import type { Case } from '../cases/case'
import type { Service } from '../catalogue/service'
import type { WorkingCalendar } from '../foundation/calendar'
import type { ClockTime } from '../foundation/time'
import type { Hall } from '../halls/hall'
import type { PaperRef } from './paper-kinds'

/** What a paper needs beside the case. */
export interface PaperSources {
  hall: Pick<Hall, 'name' | 'township' | 'phone' | 'address' | 'hours'>
  calendar: WorkingCalendar
  /** What the guide adds; papers stand without it. */
  service?: Service | undefined
  /** The whole name of the applicant, where it may be shown. */
  name?: string | undefined
}

/** What every paper of a case is made from. */
export interface Made extends PaperSources {
  told: Case
  ref: PaperRef
  name: string
  closes: ClockTime
}
