/** Papers made for tests, and cases that a pause or more time has changed. */
import housing from '@one-window/shared/catalogue/data/housing.json'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Case } from '@one-window/shared/cases/case'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { findHall } from '@one-window/shared/halls/halls'
import type { Paper } from '@one-window/shared/papers/paper'
import { paperOf } from '@one-window/shared/papers/paper-of'
import { paused, then } from '../cases/told-case'

export const hall = findHall('yonghe')!
const guide = housing as unknown as Service[]
export const service = guide.find(({ serviceId }) => serviceId === 'weifang-gaizao')!
export const permit: Service = { ...service, itemType: '行政许可' }

export const made = (told: Case, paper: string, of?: Service): Paper => {
  const one = paperOf(told, paper, { hall, calendar: publishedCalendar, service: of })
  if (!one) throw new Error(`no paper ${paper}`)
  return one
}
/** Everything that can be read on a paper. */
export const textOf = (paper: Paper): string => JSON.stringify(paper)
const extended = then(paused, 'resume', '11-24 09:00', { status: 'in-review', promisedDay: '2026-12-02' })
export const twicePaused = then(extended, 'pause', '11-25 09:00', {
  status: 'paused',
  note: '还要检测',
  facts: { kind: 'testing', workingDays: 3 },
})
export const longer = then(extended, 'extend', '11-25 09:00', {
  note: '材料多，还要核对',
  facts: { workingDays: 10 },
})
