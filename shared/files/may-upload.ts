/** Which files are taken from whom; the app asks before it sends, the service decides. */
import { isStaff, type Role } from '../foundation/roles'
import type { FieldError } from '../foundation/problems'
import type { FilePurpose, FileTrust } from './file'
import { heicWords } from './file'
import { fileSettings } from './settings'

/** The type of an Excel workbook; a computer without Office may not know it. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The types that are taken, with the endings a name may have; the first is the usual one. */
export const fileTypes: Readonly<Record<string, { endings: readonly string[]; isImage?: true }>> = {
  'image/jpeg': { endings: ['jpg', 'jpeg'], isImage: true },
  'image/png': { endings: ['png'], isImage: true },
  'image/webp': { endings: ['webp'], isImage: true },
  'application/pdf': { endings: ['pdf'] },
  [XLSX]: { endings: ['xlsx'] },
  'text/csv': { endings: ['csv'] },
}
const tables = [XLSX, 'text/csv']

/** What each role may hand in; a list to read in is for staff only. */
const purposesOf: Readonly<Partial<Record<Role, readonly FilePurpose[]>>> = {
  resident: ['material', 'evidence'],
  'window-staff': ['material', 'evidence', 'result'],
  director: ['material', 'evidence', 'opinion', 'result', 'table'],
  approver: ['opinion', 'evidence'],
  leader: ['opinion'],
  supervisor: ['evidence'],
  admin: ['table'],
}

/** True when a role may hand in files for a purpose. */
export const mayHandIn = (role: Role, purpose: FilePurpose): boolean =>
  purposesOf[role]?.includes(purpose) === true

/** What a file is to be believed as it comes: the desk has the paper before it, a resident photographs at home. */
export const trustOf = (role: Role): FileTrust => (isStaff(role) ? 'B' : 'C')

/** A file that somebody wants to upload, as it says of itself. */
export interface Offered {
  name: string
  type: string
  size: number
  purpose: FilePurpose
}

/** A name as it is kept and shown: no folders, nothing a system reads as a command. */
export const tidyName = (name: string): string =>
  name
    .slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
    .replace(/[<>:"|?*]/g, '')
    .replace(/^\.+/, '')
    .trim()

/** What is not right with a file and what to do, by field; empty when it may be sent. */
export function fileTrouble({ name, type, size, purpose }: Offered): FieldError[] {
  if (/^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name))
    return [{ pointer: '/type', message: heicWords }]
  const known = Object.keys(fileTypes).indexOf(type) >= 0 ? fileTypes[type] : undefined
  const isTable = tables.indexOf(type) >= 0
  if (!known || isTable !== (purpose === 'table'))
    return [
      {
        pointer: '/type',
        message: purpose === 'table' ? '只收XLSX或CSV表格' : '只收照片(JPG、PNG、WEBP)和PDF，请换一个',
      },
    ]
  const errors: FieldError[] = []
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (known.endings.indexOf(ending) < 0)
    errors.push({ pointer: '/name', message: '文件名和类型对不上，请重新选一个' })
  else if (/\.[a-z]{2,5}\.[a-z0-9]+$/i.test(name))
    errors.push({ pointer: '/name', message: '文件名里有两个后缀，请改个名字再传' })
  if (size > fileSettings.mostBytes)
    errors.push({ pointer: '/size', message: '超过10MB了，请把照片调小一点，或者截个屏再传' })
  if (size < 1) errors.push({ pointer: '/size', message: '这个文件是空的，请换一个' })
  return errors
}
