/** Electronic materials (电子材料): what a file is for, how far it is to be trusted, and how it is shown. */
import * as z from 'zod/mini'
import { Instant } from '../foundation/time'

/** What a file is for: handed in, seen at a check, a written opinion, a result, a list to read in. */
export const FilePurpose = z.enum(['material', 'evidence', 'opinion', 'result', 'table'])
export type FilePurpose = z.infer<typeof FilePurpose>

/** Of what it is a picture: the paper itself, a copy of it, or it never was on paper. */
export const FileForm = z.enum(['original', 'copy', 'electronic'])
export type FileForm = z.infer<typeof FileForm>

/** Chinese words of the forms. */
export const fileFormWords: Readonly<Record<FileForm, string>> = {
  original: '原件',
  copy: '复印件',
  electronic: '电子件',
}

/** How far it is to be trusted (国办函〔2016〕108号): A the most. */
export const FileTrust = z.enum(['A', 'B', 'C', 'D'])
export type FileTrust = z.infer<typeof FileTrust>

/** Chinese words of the levels of trust. */
export const fileTrustWords: Readonly<Record<FileTrust, string>> = {
  A: '机关发的电子件',
  B: '窗口核过原件',
  C: '自己拍的，来时核原件',
  D: '自己写的，已承诺属实',
}

/** `promised`: a ticket is out. `checking`: it has arrived. `clean` or `refused` for good. */
export const FileState = z.enum(['promised', 'checking', 'clean', 'refused'])
export type FileState = z.infer<typeof FileState>

/** Why what arrived is not kept. */
export const FileRefusal = z.enum([
  'other-type',
  'heic',
  'unreadable',
  'too-large',
  'odd-size',
  'moving',
  'hidden-content',
  'active-content',
  'locked',
])
export type FileRefusal = z.infer<typeof FileRefusal>

/** How to get a photo that opens everywhere from a phone that takes HEIC. */
export const heicWords =
  '这是苹果手机的HEIC照片，窗口打不开。到“设置－相机－格式”选“兼容性最佳”再拍，或者给照片截个屏，传截屏'

/** What happened and what to do next. */
export const fileRefusalWords: Readonly<Record<FileRefusal, string>> = {
  'other-type': '内容和文件名对不上，请重新拍一张',
  heic: heicWords,
  unreadable: '打不开，可能没传完整，请重新拍一张',
  'too-large': '超过10MB了，请把照片调小一点',
  'odd-size': '照片太小、太窄或像素太高，请换普通像素重新拍，或者截个屏传',
  moving: '这是动图，请换成普通照片',
  'hidden-content': '里面夹着别的内容，请重新拍一张',
  'active-content': '这个文件里带程序，为安全不能收，请打印后拍照',
  locked: '这个文件加了密码，请去掉密码再传',
}

/** A file as whoever may see it sees it. */
export const FileShown = z.object({
  fileId: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  purpose: FilePurpose,
  materialId: z.optional(z.string()),
  form: FileForm,
  trust: FileTrust,
  state: FileState,
  /** Only of a refused one. */
  refusal: z.optional(FileRefusal),
  /** Pages of a PDF. */
  pages: z.optional(z.number()),
  at: Instant,
})
export type FileShown = z.infer<typeof FileShown>

/** A file with links that work for 5 minutes, once it is clean: the picture or document, and a small picture for a list. */
export const LinkedFile = z.extend(FileShown, {
  url: z.optional(z.string()),
  smallUrl: z.optional(z.string()),
})
export type LinkedFile = z.infer<typeof LinkedFile>
