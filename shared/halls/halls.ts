/** The halls of the county: the division data, and what is assumed until a township confirms it. */
import type { Hall, OpeningSpan } from './hall'
import townships from './data/townships.json'

/** Usual hours of a township hall in winter; not confirmed by any township, so every page says so. */
const usualHours: OpeningSpan[] = [
  { opens: '08:30', closes: '12:00' },
  { opens: '14:00', closes: '17:30' },
]
/** The policy asks for 2 comprehensive windows (综合窗口) in each township hall. */
const WINDOWS = 2

/** The hall this product was made for. */
export const defaultHallId = 'yonghe'

/** Every township hall, in the order of the division codes. */
export const halls: readonly Hall[] = townships.townships.map((township) => ({
  hallId: township.hallId,
  code: township.code,
  name: `${township.name}政务服务中心`,
  township: township.name,
  windows: WINDOWS,
  phone: null,
  address: null,
  hours: usualHours,
  unconfirmed: [
    ...(township.hallId === defaultHallId ? [] : (['windows'] as const)),
    'phone',
    'address',
    'hours',
  ],
  stations: township.villages.map(({ code, name }) => ({ stationId: code, name })),
}))

const byId = new Map(halls.map((hall) => [hall.hallId, hall]))

/** The hall of an id; undefined when there is none. */
export const findHall = (hallId: string): Hall | undefined => byId.get(hallId)
