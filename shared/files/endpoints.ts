import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Id } from '../foundation/id'
import { Instant } from '../foundation/time'
import { plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { FilePurpose, FileShown } from './file'

const words = (max: number, what: string) =>
  z.pipe(plainText(max, what), z.string().check(z.minLength(1, `请填${what}`)))

/**
 * A ticket to upload one file, good for 5 minutes: a signed policy that names key, type and size. Asked for again with
 * the same Idempotency-Key it is renewed, for the same file.
 */
export const openUpload = endpoint({
  method: 'POST',
  path: '/files',
  summary: '上传文件',
  allow: matrix.uploadFile,
  input: z.object({
    hallId: Id,
    purpose: FilePurpose,
    name: words(120, '文件名'),
    type: words(100, '文件类型'),
    size: z.int('请填文件大小'),
    /** What it is handed in for: its name stands in the watermark. */
    serviceId: z.optional(Id),
    /** A line of the guide's list. */
    materialId: z.optional(Id),
  }),
  output: z.object({
    fileId: z.string(),
    /** Where the file goes, as multipart/form-data: these fields first, then `file`. On one origin with the API it starts with `/`. */
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    expiresAt: Instant,
  }),
  status: 201,
  refuses: ['not-found', 'not-allowed', 'feature-off'],
  collects: true,
})

/** How a file stands; once it is clean, with a link that works for 5 minutes. */
export const viewFile = endpoint({
  method: 'GET',
  path: '/files/{fileId}',
  summary: '看文件',
  allow: matrix.viewFile,
  input: z.object({ fileId: Id }),
  output: z.object({
    file: FileShown,
    link: z.optional(z.object({ url: z.string(), expiresAt: Instant })),
  }),
  refuses: ['not-found'],
})
