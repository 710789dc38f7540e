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
  /** The offices an approver or leader has posts for today, as `officeKey` writes them. */
  readonly offices: readonly string[]
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

/** Full-width letters, digits and blanks, as Chinese keyboards type them, made half-width. */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')

/** What a person typed as an ID number, as it is kept: half-width, without blanks, the last letter large. */
export const readIdNumber = (text: string): string => toHalfWidth(text).replace(/\s/g, '').toUpperCase()

/**
 * What is wrong with a resident ID number and what to do, in words; undefined for 18 characters with a birth day that
 * exists and a right check digit (GB 11643).
 */
export function idNumberTrouble(id: string): string | undefined {
  if (id.length !== 18) return `身份证号是18位，现在填了${id.length}位，请照着证件补齐`
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return '身份证号只有数字，最后一位可能是X，请照着证件改一下'
  const birth: Day = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDay(birth)) return '身份证号中间的出生日期没有这一天，请照着证件核对'
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]
    ? undefined
    : '身份证号有一位不对，和最后一位对不上，请照着证件再核对一遍'
}
