import { store, stored } from '@/gateways/storage'

const KEY = 'hall'
/** The township this product was made for. */
const USUAL = 'yonghe'

/** The hall a person goes to, remembered on the phone. */
export const myHallId = (): string => stored<string>(KEY) ?? USUAL

/** Remembers the hall a person has come to. */
export const setMyHall = (hallId: string): void => store(KEY, hallId)
