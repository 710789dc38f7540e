/** Who is calling, and how a person is shown to others. */
import { isDay, type Day } from '../foundation/time'
import type { Role } from '../foundation/roles'

/** The verified caller of a request. `personId` is opaque and says nothing about the person. */
export interface Caller {
  readonly personId: string
  readonly role: Role
  /** The halls a staff member works for today; empty for residents. */
  readonly hallIds: readonly string[]
  /** The village stations a staff member works for today; a station's clerk reaches nothing of the hall. */
  readonly stationIds: readonly string[]
  readonly sessionId: string
  /** Until when the second factor counts as fresh; absent when it was never given again. */
  readonly steppedUpUntil?: Date
}

/** 张*, 王*明: the middle of a name is never shown to others; keeps characters beyond the basic plane whole. */
export function maskName(name: string): string {
  const characters = [...name]
  if (characters.length < 2) return '*'
  const last = characters.length > 2 ? characters[characters.length - 1] : ''
  return `${characters[0]}${'*'.repeat(Math.max(1, characters.length - 2))}${last}`
}

/** 138****1234 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** 430***********121X hides the birth date: only the first 3 and last 4 stay. */
export const maskIdNumber = (id: string): string => `${id.slice(0, 3)}***********${id.slice(-4)}`

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** True for an 18-character resident ID number whose birth day exists and whose check digit is right (GB 11643). */
export function isIdNumber(id: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return false
  const birth: Day = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDay(birth)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]
}
